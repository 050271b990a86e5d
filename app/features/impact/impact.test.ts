import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeBetween, type Measure, sideBySide } from './impact.ts'

const hundredths = fc.integer({ min: -1_000_000, max: 1_000_000 })

describe('a measure before and after', () => {
  it('changes by an exact number, and by none when one of them is unknown', () => {
    expect(changeBetween(0.1, 0.3)).toBe(0.2)
    expect(changeBetween(null, 0)).toBeNull()
    expect(changeBetween(0, null)).toBeNull()
    fc.assert(
      fc.property(hundredths, hundredths, (one, other) => {
        expect(changeBetween(one / 100, other / 100)).toBe((other - one) / 100)
      }),
    )
  })

  it('stays each party’s own: one line per party that spoke, in their order, whatever the others said', () => {
    const parties = ['a', 'b', 'c'].map(id => ({ id, name: id.toUpperCase() }))
    const measure = fc.record({
      indicatorId: fc.constantFrom('i', 'j'),
      partyId: fc.constantFrom('a', 'b', 'c'),
      moment: fc.constantFrom('before' as const, 'after' as const),
      value: fc.option(hundredths.map(value => value / 100)),
      view: fc.constant(null),
    })
    const key = ({ indicatorId, partyId, moment }: Measure) => `${indicatorId} ${partyId} ${moment}`
    fc.assert(
      fc.property(fc.uniqueArray(measure, { selector: key }), measures => {
        const rows = sideBySide(parties, measures, 'i')
        const spoke = parties.filter(({ id }) =>
          measures.some(known => known.indicatorId === 'i' && known.partyId === id),
        )
        expect(rows.map(({ partyId }) => partyId)).toEqual(spoke.map(({ id }) => id))
        for (const { id: partyId } of spoke) {
          const alone = measures.filter(known => known.partyId === partyId)
          expect(sideBySide(parties, alone, 'i')).toEqual(rows.filter(row => row.partyId === partyId))
        }
      }),
    )
  })
})
