import { parseNumeral, toUnits } from './numeral.ts'

/** Worked days are held as a whole number of quarter-days. Reads `1,5`; null when it is not a multiple of 0,25. */
export function parseQuarterDays(raw: string): number | null {
  const numeral = parseNumeral(raw)
  const hundredths = numeral && toUnits(numeral, 2)
  return hundredths === null || hundredths % 25 !== 0 ? null : hundredths / 25
}

export function toDays(quarterDays: number): number {
  return quarterDays / 4
}
