import { parseNumeral, toUnits } from './numeral.ts'

/** Money is held as a whole number of cents. Reads `1 234,50`, `1234.5` or `1 234,50 €`; null for anything else. */
export function parseCents(raw: string): number | null {
  const numeral = parseNumeral(raw.trim().replace(/\s?(?:€|EUR)$/, ''))
  return numeral && toUnits(numeral, 2)
}

/** A rate as people write it, in percent, as it is held. */
export const basisPoints = (percent: number | null): number | null =>
  percent === null ? null : Math.round(percent * 100)

/** A sum once this rate, in hundredths of a percent, is added to it: VAT is rounded on the whole sum, half a cent up. */
export function withRate(cents: number, basisPoints: number): number {
  return Number((BigInt(cents) * BigInt(10_000 + basisPoints) + 5_000n) / 10_000n)
}

/** Shares a total by weights so that the parts always sum to it: each odd unit goes to the largest remainder, first first. */
export function splitByKey(total: number, weights: readonly number[]): number[] {
  if (!Number.isSafeInteger(total)) throw new RangeError('splitByKey: the total is not a safe integer')
  if (!weights.every(weight => Number.isSafeInteger(weight) && weight >= 0)) {
    throw new RangeError('splitByKey: weights are whole numbers, zero or more')
  }
  if (weights.length === 0) throw new RangeError('splitByKey: nobody to share with')

  const size = BigInt(Math.abs(total))
  const given = weights.map(BigInt)
  const givenSum = given.reduce((sum, weight) => sum + weight, 0n)
  const keys = givenSum === 0n ? given.map(() => 1n) : given
  const keySum = givenSum === 0n ? BigInt(keys.length) : givenSum

  const shares = keys.map((key, index) => ({
    index,
    part: (size * key) / keySum,
    remainder: (size * key) % keySum,
  }))
  let left = size - shares.reduce((sum, share) => sum + share.part, 0n)
  const byRemainder = [...shares].sort((a, b) =>
    a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1,
  )
  for (const share of byRemainder) {
    if (left === 0n) break
    share.part += 1n
    left -= 1n
  }
  return shares.map(({ part }) => (total < 0 && part !== 0n ? -Number(part) : Number(part)))
}
