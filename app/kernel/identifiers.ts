/** Identifiers given by the French administration: their form and their check digit, not whether they exist. */

export function normaliseIdentifier(raw: string): string {
  return raw.replace(/\s/g, '').toUpperCase()
}

function digitSum(digits: string, weigh: (digit: number, fromRight: number) => number): number {
  let sum = 0
  for (let i = 0; i < digits.length; i++) sum += weigh(Number(digits[digits.length - 1 - i]), i)
  return sum
}

function passesLuhn(digits: string): boolean {
  const sum = digitSum(digits, (digit, fromRight) => {
    const weighed = fromRight % 2 === 1 ? digit * 2 : digit
    return weighed > 9 ? weighed - 9 : weighed
  })
  return sum % 10 === 0 && /[1-9]/.test(digits)
}

export function isSiren(value: string): boolean {
  return /^[0-9]{9}$/.test(value) && passesLuhn(value)
}

// La Poste ran out of numbers that pass the usual check: the digits of its establishments sum to a multiple of five.
const LA_POSTE = '356000000'

export function isSiret(value: string): boolean {
  if (!/^[0-9]{14}$/.test(value)) return false
  if (passesLuhn(value)) return true
  return value.startsWith(LA_POSTE) && digitSum(value, digit => digit) % 5 === 0
}

export function sirenOf(siret: string): string {
  return siret.slice(0, 9)
}

/** `W` and nine digits; the third character is a letter in Corsica (W2A…) and overseas (W9R…). */
export function isRna(value: string): boolean {
  return /^W[0-9][0-9A-Z][0-9]{7}$/.test(value)
}

// 20 became 2A and 2B in 1976; 96 was never given; 97x and 98x are overseas.
// A commune's own number is never zero: 45000 and 97400 are postal codes, the usual mistake in this field.
const COMMUNE = /^(?:(?:0[1-9]|1[0-9]|2[AB1-9]|[3-8][0-9]|9[0-5])(?!000)[0-9]{3}|(?:97[1-8]|98[6-8])(?!00)[0-9]{2})$/

/** Five characters of INSEE's official geographic code, which is not the postal code. */
export function isCommuneCode(value: string): boolean {
  return COMMUNE.test(value)
}

/** `45` for 45234, `2A` for 2A004, `974` for 97411. */
export function departmentOf(commune: string): string {
  return /^9[78]/.test(commune) ? commune.slice(0, 3) : commune.slice(0, 2)
}
