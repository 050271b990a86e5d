import { describe, expect, it } from 'vitest'
import { thingsOf, type UnreadNotice } from './digest-things.ts'

const notice = (id: string, more: Partial<UnreadNotice> = {}): UnreadNotice => ({
  id,
  kind: 'follow-up.answered',
  data: {},
  address: `/o/x/${id}`,
  insteadOf: null,
  isNew: true,
  ...more,
})
const reminder = (id: string, fr: string, more: Partial<UnreadNotice> = {}) =>
  notice(id, { kind: 'reminder', data: { fr }, ...more })
const ids = (notices: UnreadNotice[]) => thingsOf(notices).things.map(thing => thing.notices.map(({ id }) => id).join())

describe('what a digest holds', () => {
  it('is five things at most, and counts the notices that are in none', () => {
    const seven = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map(id => notice(id))
    expect(ids(seven)).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(thingsOf(seven).others).toBe(2)
    expect(thingsOf(seven.slice(0, 5)).others).toBe(0)
  })

  it('says once what a rule asks of several cases', () => {
    const all = [reminder('a', 'Séance sans compte rendu'), notice('b'), reminder('c', 'Séance sans compte rendu')]
    expect(ids(all)).toEqual(['a,c', 'b'])
    expect(ids([...all, reminder('d', 'Avis à noter')])).toEqual(['a,c', 'd', 'b'])
  })

  it('keeps apart what is asked of her and of whom she stands in for', () => {
    expect(ids([reminder('a', 'R'), reminder('b', 'R', { insteadOf: 'Camille' })])).toEqual(['a', 'b'])
  })

  it('begins with what no digest has carried, then with what is asked', () => {
    const all = [
      notice('told', { isNew: false }),
      reminder('told asked', 'Old', { isNew: false }),
      notice('new'),
      reminder('asked', 'New'),
    ]
    expect(ids(all)).toEqual(['asked', 'new', 'told asked', 'told'])
  })
})
