import { describe, expect, it } from 'vitest'
import { communeAsTyped, communeName, findCommune, placeTyped } from './communes.store.server.ts'
import { communeLabel } from './communes.ts'

/** « Orléans (45234) », several names, or what was typed when nothing answers. */
function found(typed: string) {
  const answer = findCommune(typed)
  if ('found' in answer) return communeLabel(answer.found)
  return 'several' in answer ? answer.several.map(communeLabel) : answer
}

describe('a commune', () => {
  it.each([
    ['Orléans', 'Orléans (45234)'],
    ['orleans', 'Orléans (45234)'],
    ['  ORLÉANS ', 'Orléans (45234)'],
    ['45234', 'Orléans (45234)'],
    ['45100', ['Combleux (45100)', 'Orléans (45234)']],
    ['Orléans 45100', 'Orléans (45234)'],
    ['Orléans (45)', 'Orléans (45234)'],
    ['Orléans (45234)', 'Orléans (45234)'],
    ['(45100)', 'Combleux (45100)'],
    ['L’Haÿ-les-Roses', 'L’Haÿ-les-Roses (94038)'],
    ["l'hay les roses", 'L’Haÿ-les-Roses (94038)'],
    ['St-Étienne', 'Saint-Étienne (42218)'],
    ['Ste Adresse', 'Sainte-Adresse (76552)'],
    ['Saint-Denis (93)', 'Saint-Denis (93066)'],
    ['Saint-Denis 97400', 'Saint-Denis (97411)'],
    ['75011', 'Paris 11e Arrondissement (75111)'],
    ['Paris', 'Paris (75056)'],
    ['Ajaccio (2A)', 'Ajaccio (2A004)'],
    ['Orléan', { unknown: 'Orléan' }],
    ['Orléans (44)', { unknown: 'Orléans (44)' }],
    ['00000', { unknown: '00000' }],
    ['', { unknown: '' }],
  ])('%s is %j', (typed, expected) => {
    expect(found(typed)).toEqual(expected)
  })

  it('that several may be is chosen by the person', () => {
    expect(found('Saint-Denis')).toContain('Saint-Denis (93066)')
    expect(placeTyped('Saint-Denis')).toMatchObject({
      ok: false,
      failure: { tag: 'several-communes', field: 'commune', params: { typed: 'Saint-Denis' } },
    })
  })

  it('says in which department and region one is', () => {
    expect(placeTyped('Tours')).toEqual({ ok: true, value: { commune: '37261', department: '37', region: '24' } })
    expect(placeTyped(null)).toEqual({ ok: true, value: { commune: null, department: null, region: null } })
    expect(placeTyped('Nulle-Part')).toMatchObject({ ok: false, failure: { tag: 'unknown-commune', field: 'commune' } })
  })

  it('that was kept comes back from its own form as it was, even when it was merged since or never known', () => {
    // Arbignieu is a part of another since 2016; 45999 is of the right shape, and of no list.
    for (const code of ['45234', '2A004', '97411', '75111', '01015', '45999']) {
      expect(placeTyped(communeAsTyped(code))).toMatchObject({ value: { commune: code } })
    }
    expect(communeName('45999')).toBe('45999')
  })
})
