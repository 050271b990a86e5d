/** What volunteer time is worth, in cents: hours by the hourly rate, to the nearest cent; null without a rate. */
export function valueOfTime({ hours, hourlyRate }: { hours: number | null; hourlyRate: number | null }): number | null {
  if (hours === null || hourlyRate === null) return null
  // Both are exact to four decimals; a product of doubles is not.
  return Number((BigInt(Math.round(hours * 10_000)) * BigInt(Math.round(hourlyRate * 10_000)) + 500_000n) / 1_000_000n)
}

type Line = { hours: number | null; hourlyRate: number | null }
/** The hours and their value; a line without rate gives hours and no value. */
export const totalOf = (lines: readonly Line[]) => ({
  hours: lines.reduce((total, { hours }) => total + Math.round((hours ?? 0) * 10_000), 0) / 10_000,
  cents: lines.reduce((total, line) => total + (valueOfTime(line) ?? 0), 0),
})
