/** A decimal number as it was written: its digits are kept as text, because 0.1 + 0.2 is not money. */
export type Numeral = { negative: boolean; whole: string; fraction: string }

// The spaces that French typography and spreadsheets put between thousands: plain, no-break, narrow no-break, thin.
const SPACE = '[ \\u00a0\\u202f\\u2009]'
const PATTERN = new RegExp(`^([-\\u2212]?)([0-9]+|[0-9]{1,3}(?:${SPACE}[0-9]{3})+)(?:[.,]([0-9]+))?$`)
const LONGEST = 40

/** Reads `1 234,50`, `1234.5` or `-3`. Nothing else: no exponent, no hexadecimal, no other digits than 0 to 9. */
export function parseNumeral(raw: string): Numeral | null {
  if (raw.length > LONGEST) return null
  const match = PATTERN.exec(raw.trim())
  if (!match) return null
  const whole = (match[2] ?? '').replace(/[^0-9]/g, '').replace(/^0+(?=[0-9])/, '')
  const fraction = (match[3] ?? '').replace(/0+$/, '')
  const zero = whole === '0' && fraction === ''
  return { negative: match[1] !== '' && !zero, whole, fraction }
}

/** The number of 10⁻ˢᶜᵃˡᵉ units, or null when it has more decimals than that or is too big to be exact. */
export function toUnits({ negative, whole, fraction }: Numeral, scale: number): number | null {
  if (fraction.length > scale) return null
  const units = Number(whole + fraction.padEnd(scale, '0'))
  if (!Number.isSafeInteger(units)) return null
  return negative ? -units : units
}
