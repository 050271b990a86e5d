import { describe, expect, it } from 'vitest'
import { type Question, question } from '#app/features/programmes/questions.ts'
import { trackedMoments } from './tracked.ts'

const words = (fr: string) => ({ fr, en: fr })
const scale = { max: 4 as const, low: words('peu'), high: words('très') }
const now = (replaces?: Question['replaces']) =>
  question.parse({ code: 'ease_now', label: words('Aisance'), kind: 'scale', scale, tracked: true, replaces })
const row = (of: string, moment: string, value: string | number) => ({
  question: of,
  moment,
  value,
  answeredOn: moment === 'T0' ? '2025-01-10' : '2026-01-10',
})
const rows = [row('ease', 'T0', 'low'), row('ease', 'T1', 'none'), row('ease_now', 'T2', 3)]
const read = (replaces?: Question['replaces']) =>
  trackedMoments([now(replaces)], rows).map(({ moment, values, converted, apart }) => ({
    moment,
    values,
    converted,
    apart,
  }))

describe('answers to the question that another took the place of', () => {
  it('are read in the scale of the one asked now, and said to be', () => {
    expect(read({ question: 'ease', answers: { low: '1', none: '0' } })).toEqual([
      { moment: 'T0', values: { ease_now: 1 }, converted: ['ease_now'], apart: [] },
      { moment: 'T1', values: { ease_now: 0 }, converted: ['ease_now'], apart: [] },
      { moment: 'T2', values: { ease_now: 3 }, converted: [], apart: [] },
    ])
  })

  it('are compared as they are when the two are the same', () => {
    const same = trackedMoments(
      [now({ question: 'ease', same: true })],
      [row('ease', 'T0', 2), row('ease_now', 'T2', 3)],
    )
    expect(same.map(({ values, converted }) => [values.ease_now, converted])).toEqual([
      [2, []],
      [3, []],
    ])
  })

  it('have no value where nothing was declared, and the moment says so', () => {
    expect(read({ question: 'ease', answers: { low: '1' } })[1]).toEqual({
      moment: 'T1',
      values: {},
      converted: [],
      apart: ['ease_now'],
    })
    expect(read({ question: 'ease' }).map(({ values, apart }) => [values, apart])).toEqual([
      [{}, ['ease_now']],
      [{}, ['ease_now']],
      [{ ease_now: 3 }, []],
    ])
  })

  it('are read through every question that came in between', () => {
    const [first, between] = [row('first', 'T0', 'a'), row('ease', 'T1', 'low')]
    const later = (earlier: Question['replaces']) =>
      trackedMoments(
        [now({ question: 'ease', answers: { low: '1' }, ...(earlier && { earlier: [earlier] }) })],
        [first, between, row('ease_now', 'T2', 3)],
      ).map(({ moment, values, apart }) => [moment, values.ease_now ?? null, apart.length])
    expect(later({ question: 'first', answers: { a: 'low' } })).toEqual([
      ['T0', 1, 0],
      ['T1', 1, 0],
      ['T2', 3, 0],
    ])
    expect(later({ question: 'first', same: true })[0]).toEqual(['T0', null, 1])
    expect(later({ question: 'first' })[0]).toEqual(['T0', null, 1])
  })

  it('are nothing to a question that takes nobody’s place', () => {
    expect(read().map(({ moment }) => moment)).toEqual(['T2'])
  })
})
