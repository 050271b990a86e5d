import { describe, expect, it } from 'vitest'
import { day } from '#app/kernel/day.ts'
import { type Change, type Considered, shownAs, verdictOf } from './many-cases.ts'

const on = (text: string) => {
  const known = day(text)
  if (!known) throw new Error(text)
  return known
}
const known: Considered = {
  id: 'a',
  number: '2026-0001',
  title: 'Le Fournil',
  programme: 'dla-individuel',
  department: '45',
  practitionerId: 'lea',
  practitioner: 'Léa',
  agreements: [{ id: 'r', code: 'REGION' }],
  isEnded: false,
  nextStep: 'write_diagnostic',
  nextOn: '2026-03-10',
}
const agreement = { id: 'e', code: 'ETAT', programmes: [], departments: ['45'] }
const postpone: Change = { gesture: 'reporter', to: on('2026-04-01') }

describe('one change on many cases', () => {
  it('hands over what has not ended, and only from somebody else', () => {
    const give: Change = { gesture: 'confier', practitionerId: 'tom', practitioner: 'Tom' }
    expect(verdictOf(give, known)).toEqual({ kind: 'done', before: 'Léa', after: 'Tom', warning: null })
    expect(verdictOf(give, { ...known, practitionerId: 'tom' })).toEqual({ kind: 'same' })
    expect(verdictOf(give, { ...known, isEnded: true })).toEqual({ kind: 'refused', why: 'ended' })
  })

  it('adds agreements to those that are named, or puts them in their place, and warns of one out of its scope', () => {
    const add: Change = { gesture: 'conventions', how: 'ajouter', chosen: [agreement] }
    expect(verdictOf(add, known)).toMatchObject({ before: 'REGION', after: 'ETAT, REGION', warning: null })
    expect(verdictOf({ ...add, how: 'remplacer' }, known)).toMatchObject({ before: 'REGION', after: 'ETAT' })
    expect(verdictOf({ ...add, how: 'remplacer', chosen: [] }, known)).toMatchObject({ kind: 'done', after: null })
    expect(verdictOf(add, { ...known, agreements: [agreement] })).toEqual({ kind: 'same' })
    expect(verdictOf(add, { ...known, department: '41' })).toMatchObject({ warning: 'outside-scope' })
  })

  it('puts off a step to a later day, unless that day is somebody else’s', () => {
    expect(verdictOf(postpone, known)).toMatchObject({ kind: 'done', before: '2026-03-10', after: '2026-04-01' })
    expect(verdictOf(postpone, { ...known, nextOn: null })).toMatchObject({ kind: 'done', before: null })
    expect(verdictOf(postpone, { ...known, nextStep: null })).toEqual({ kind: 'refused', why: 'nothing-next' })
    expect(verdictOf(postpone, { ...known, nextOn: '2026-04-01' })).toEqual({ kind: 'refused', why: 'not-later' })
    for (const nextStep of ['attend_committee', 'ask_follow_up', 'resume'])
      expect(verdictOf(postpone, { ...known, nextStep })).toEqual({ kind: 'refused', why: 'dated-elsewhere' })
  })

  it('reads the same in any order, and otherwise once a case has changed', () => {
    const of = (...cases: Considered[]) =>
      shownAs(cases.map(one => ({ number: one.number, verdict: verdictOf(postpone, one) })))
    const other = { ...known, number: '2026-0002' }
    expect(of(known, other)).toBe(of(other, known))
    expect(of(known, { ...other, nextOn: '2026-03-11' })).not.toBe(of(known, other))
  })
})
