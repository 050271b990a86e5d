import { describe, expect, it } from 'vitest'
import { boardOf } from './case-board.ts'

const state = (code: string, fr: string, kind: 'open' | 'ended' = 'open') => ({
  code,
  label: { fr, en: fr },
  step: null,
  kind,
})
const dla = {
  states: [state('received', 'Demande reçue'), state('closed', 'Clôturée', 'ended'), state('intake', 'Accueil')],
}
const fabrique = { states: [state('received', 'Idée déposée'), state('intake', 'Accueil')] }
const definitions = new Map([
  ['d1', dla],
  ['d2', dla],
  ['f', fabrique],
])
const group = (state: string, programmeId: string, programme: string, count: number) => ({
  state,
  programmeId,
  programme,
  count,
})

describe('the board', () => {
  it('has one column per word, in the order of the paths, what ends a case last', () => {
    const board = boardOf(
      [
        group('closed', 'd1', 'dla', 4),
        group('intake', 'f', 'fabrique', 1),
        group('intake', 'd1', 'dla', 2),
        group('received', 'f', 'fabrique', 3),
        group('received', 'd1', 'dla', 5),
        group('received', 'd2', 'dla', 6),
      ],
      [{ state: 'received', programmeId: 'f' }],
      definitions,
    )
    expect(board.map(({ label, count, programme, cases }) => [label.fr, count, programme, cases.length])).toEqual([
      ['Demande reçue', 11, 'dla', 0],
      ['Idée déposée', 3, 'fabrique', 1],
      ['Accueil', 3, null, 0],
      ['Clôturée', 4, 'dla', 0],
    ])
  })

  it('shows a state that no definition names rather than hiding its cases', () => {
    expect(boardOf([group('lost', 'gone', 'dla', 1)], [], definitions)[0]?.label.fr).toBe('lost')
  })
})
