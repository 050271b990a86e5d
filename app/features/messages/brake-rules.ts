/** Fewer in a day never stop: a cohort invited at once, or the first letters of a new operator. */
const never = 200
const timesUsual = 3

/** What an operator may send in a day without being asked, from how many it sent on its last days. */
export function allowedToday(lastDays: readonly number[]): { usual: number | null; allowed: number } {
  if (lastDays.length === 0) return { usual: null, allowed: never }
  const usual = Math.round(lastDays.reduce((sum, begun) => sum + begun, 0) / lastDays.length)
  return { usual, allowed: Math.max(never, usual * timesUsual) }
}

/** The reason that a message bears while it waits for a person to let the day's run go. */
export const heldBack = 'held-back'
