import { describe, expect, it } from 'vitest'
import { type DueWave, matchedPairs, ratesOf, silent } from './rates.ts'

const nothing = { headcount: null, permanent: null, funderCount: null, strategy: null }
const due = (number: string, more: Partial<DueWave> = {}): DueWave => ({
  id: number,
  programme: 'DLA individuel',
  wave: 'T3',
  number,
  organisation: null,
  practitioner: null,
  plannedOn: '2026-01-10',
  state: 'answered',
  channel: 'link',
  respondents: 1,
  after: nothing,
  before: nothing,
  ...more,
})

describe('the response rate of a wave', () => {
  it('counts organisations once whatever their respondents, and each silence by its name', () => {
    const rows = [
      due('1', { respondents: 3 }),
      due('2', { channel: 'phone' }),
      due('3', { state: 'refused', respondents: 0 }),
      due('4', { state: 'unreachable', respondents: 0 }),
      due('5', { state: 'reminded', respondents: 0 }),
    ]
    expect(ratesOf(rows, () => 0.6)).toEqual([
      {
        programme: 'DLA individuel',
        wave: 'T3',
        asked: 5,
        answered: 2,
        byPhone: 1,
        refused: 1,
        unreachable: 1,
        waiting: 1,
        respondents: 4,
        rate: 0.4,
        target: 0.6,
      },
    ])
    expect(silent(rows).map(({ number }) => number)).toEqual(['3', '4', '5'])
  })
})

describe('matched pairs', () => {
  it('compare the same cases before and after, out of all that were asked', () => {
    const before = { ...nothing, headcount: 10 }
    const rows = [
      due('1', { before, after: { ...nothing, headcount: 12 } }),
      due('2', { before: { ...nothing, headcount: 4 }, after: { ...nothing, headcount: 4 } }),
      // Unknown before: a survivor with thirty people would lift the mean of the others.
      due('3', { before: null, after: { ...nothing, headcount: 30 } }),
      due('4', { before, state: 'sent' }),
    ]
    expect(matchedPairs(rows)).toEqual([{ wave: 'T3', figure: 'headcount', pairs: 2, asked: 4, before: 7, after: 8 }])
  })
})
