import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findCommune } from '#app/features/organisations/communes.store.server.ts'
import { changeOf, readCommunes, readDepartments } from './territory.ts'
import { jobsOf, type Placed, programmeLines, publishedFigures } from './territory-figures.ts'

const cases = (programme: string, organisations: readonly (string | null)[]): Placed[] =>
  organisations.map(organisationId => ({ programme, state: 'intake', organisationId }))

describe('the perimeter of a territory', () => {
  it('is read as it is typed, once each, and names the first code that is none', () => {
    const read = (typed: string | null) => readCommunes(typed, findCommune)
    const none = { unknown: null, several: null }
    expect(read(' 45234,45147;45234\n2a004 ')).toEqual({ codes: ['2A004', '45147', '45234'], ...none })
    expect(read('45234 45147, Olivet (45)')).toEqual({ codes: ['45147', '45232', '45234'], ...none })
    expect(read('Orléans, Fleury les Aubrais; St-Jean-de-la-Ruelle').codes).toEqual(['45147', '45234', '45285'])
    expect(read('45234, Orlean, Rien').unknown).toBe('Orlean')
    expect(read('Orléans, Saint-Denis (93), Saint-Denis').several).toMatchObject({ typed: 'Saint-Denis' })
    expect(readDepartments('45 41').codes).toEqual(['41', '45'])
    expect(readDepartments('45 100').unknown).toBe('100')
    expect(read(null)).toEqual({ codes: [], ...none })
  })
})

describe('the indicator of a challenge', () => {
  it('is compared from its first day to its last, exactly', () => {
    const on = (measuredOn: string, value: number) => ({ measuredOn, value })
    expect(changeOf([on('2026-01-01', 0.3), on('2024-01-01', 0.1), on('2025-01-01', 9)])).toBe(0.2)
    expect(changeOf([on('2026-01-01', 3)])).toBeNull()
  })
})

describe('the figures of a territory', () => {
  it('are by programme and state, the fullest first, an organisation once', () => {
    const lines = programmeLines([...cases('dla', ['a', 'a', 'b']), ...cases('fabrique', [null])])
    expect(lines).toMatchObject([
      { programme: 'dla', cases: 3, organisations: 2 },
      { programme: 'fabrique', cases: 1, organisations: 0 },
    ])
    expect(lines[0]?.states.get('intake')).toBe(3)
    expect(jobsOf([{ jobs: 4 }, { jobs: null }, { jobs: 0 }])).toEqual({ jobs: 4, missing: 1 })
  })

  it('leave the operator for three organisations or more, and never give a smaller one back', () => {
    const few = [...cases('dla', ['a', 'b', 'c', 'd']), ...cases('incubation', ['e'])]
    // Four of five published, and the total: the fifth would be told.
    expect(publishedFigures(few)).toEqual({
      cases: 5,
      organisations: 5,
      lines: [
        { programme: 'dla', cases: null },
        { programme: 'incubation', cases: null },
      ],
    })
    expect(publishedFigures(cases('dla', ['a', 'b']))).toMatchObject({ cases: null, lines: [{ cases: null }] })
    expect(publishedFigures(cases('fabrique', [null, null]))).toMatchObject({ lines: [{ cases: 2 }] })
  })

  it('publish no programme of one or two organisations, whatever they are', () => {
    const some = fc.array(
      fc.record({
        programme: fc.constantFrom('dla', 'incubation', 'formation', 'fabrique'),
        state: fc.constant('intake'),
        organisationId: fc.constantFrom(...'abcdefghij'),
      }),
    )
    fc.assert(
      fc.property(some, all => {
        const { lines, cases: total } = publishedFigures(all)
        const shown = new Set(lines.flatMap(line => (line.cases === null ? [] : [line.programme])))
        const of = (isIn: (programme: string) => boolean) =>
          new Set(all.flatMap(({ programme, organisationId }) => (isIn(programme) ? [organisationId] : []))).size
        for (const programme of shown) expect(of(other => other === programme)).toBeGreaterThanOrEqual(3)
        // What the total gives back once the published programmes are taken from it.
        if (total !== null) expect([1, 2]).not.toContain(of(programme => !shown.has(programme)))
      }),
    )
  })
})
