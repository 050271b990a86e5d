import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { totalOf, valueOfTime } from './value-of-time.ts'

describe('the value of volunteer time', () => {
  it('is exact to the cent', () => {
    expect(valueOfTime({ hours: 1.1, hourlyRate: 1.15 })).toBe(127)
    expect(valueOfTime({ hours: 2.5, hourlyRate: 14 })).toBe(3500)
    expect(valueOfTime({ hours: 0.25, hourlyRate: 11.88 })).toBe(297)
    expect(valueOfTime({ hours: 3, hourlyRate: null })).toBeNull()
  })

  it('sums to the whole, whatever the order of the lines', () => {
    const line = fc.record({
      hours: fc.integer({ min: 0, max: 100_000 }).map(hundredths => hundredths / 100),
      hourlyRate: fc.option(fc.integer({ min: 0, max: 20_000 }).map(cents => cents / 100)),
    })
    fc.assert(
      fc.property(fc.array(line), lines => {
        expect(totalOf([...lines].reverse())).toEqual(totalOf(lines))
        const hundredths = lines.reduce((sum, { hours }) => sum + Math.round(hours * 100), 0)
        expect(totalOf(lines).hours).toBe(hundredths / 100)
      }),
    )
  })
})
