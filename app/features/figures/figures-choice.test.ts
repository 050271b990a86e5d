import { describe, expect, it } from 'vitest'
import { day } from '#app/kernel/day.ts'
import { choiceOf, searchOf, type TypedChoice } from './figures-choice.ts'

const nothing: TypedChoice = { du: null, au: null, par: null, convention: null, pour: null }
const today = day('2026-03-12')
const choose = (typed: Partial<TypedChoice>) => {
  if (!today) throw new Error('no such day')
  return choiceOf({ ...nothing, ...typed }, today, ['A', 'B'])
}

describe('the choice of figures', () => {
  it('is the present year of the whole activity when nothing is chosen', () => {
    expect(choose({})).toEqual({
      choice: {
        period: { from: '2026-01-01', to: '2026-12-31' },
        dimension: null,
        agreement: null,
        audience: 'operator',
      },
      errors: {},
    })
  })

  it('takes what was typed, and forgets what does not exist', () => {
    expect(choose({ du: '2025-07-01', par: 'qpv', convention: 'A', pour: 'financeur' }).choice).toEqual({
      period: { from: '2025-07-01', to: '2026-12-31' },
      dimension: 'qpv',
      agreement: 'A',
      audience: 'funder',
    })
    expect(choose({ par: 'astrology', convention: 'C' })).toMatchObject({
      choice: { dimension: null, agreement: null },
      errors: {},
    })
  })

  it('says which field makes no sense', () => {
    expect(choose({ du: '2025-02-30', au: 'demain' })).toEqual({ choice: null, errors: { du: 'badDay', au: 'badDay' } })
    expect(choose({ du: '2026-02-01', au: '2026-01-01' }).errors).toEqual({ au: 'periodReversed' })
    expect(choose({ pour: 'financeur', convention: 'C' }).errors).toEqual({ convention: 'needsAgreement' })
    expect(choose({ pour: 'financeur', convention: 'A', par: 'practitioner' }).errors).toEqual({ par: 'notForFunders' })
  })

  it('goes back into an address', () => {
    expect(searchOf({ ...nothing, du: '2025-01-01', par: 'qpv' }).toString()).toBe('du=2025-01-01&par=qpv')
  })
})
