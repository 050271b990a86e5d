import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { partsOf } from './share.ts'

const sum = (values: readonly (number | null)[]) => values.reduce<number>((total, value) => total + (value ?? 0), 0)

describe('the parts of a shared engineering', () => {
  it('follow the weights, and what does not divide goes to the largest remainder', () => {
    expect(partsOf({ quarters: 45, cents: 1_125_001 }, [1, 1, 1])).toEqual([
      { quarters: 15, cents: 375_001 },
      { quarters: 15, cents: 375_000 },
      { quarters: 15, cents: 375_000 },
    ])
    expect(partsOf({ quarters: null, cents: 100 }, [60, 40])).toEqual([
      { quarters: null, cents: 60 },
      { quarters: null, cents: 40 },
    ])
    expect(partsOf({ quarters: 1, cents: 1 }, [])).toEqual([])
  })

  it('sum to the whole, to the cent and to the quarter-day, whatever the key', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000 }),
        fc.integer({ min: 0, max: 10_000_000_000 }),
        fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 30 }),
        (quarters, cents, weights) => {
          const parts = partsOf({ quarters, cents }, weights)
          expect(sum(parts.map(part => part.quarters))).toBe(quarters)
          expect(sum(parts.map(part => part.cents))).toBe(cents)
          // Nobody gets a cent more than its key rounds up to.
          const total = sum(weights)
          if (total > 0)
            for (const [index, weight] of weights.entries()) {
              const exact = (BigInt(cents) * BigInt(weight)) / BigInt(total)
              const given = BigInt(parts[index]?.cents ?? -1)
              expect(given === exact || given === exact + 1n).toBe(true)
            }
        },
      ),
    )
  })
})
