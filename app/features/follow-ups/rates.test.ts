import { describe, expect, it } from 'vitest'
import { question } from '#app/features/programmes/questions.ts'
import { type DueWave, matchedPairs, ratesOf, silent, trackedPairs } from './rates.ts'

const nothing = { headcount: null, permanent: null, funderCount: null, strategy: null }
const due = (number: string, more: Partial<DueWave> = {}): DueWave => ({
  id: number,
  accompanimentId: `case ${number}`,
  programme: 'DLA individuel',
  programmeCode: 'dla-individuel',
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

describe('the tracked questions of the same cases', () => {
  const words = { fr: 'Aisance', en: 'Ease' }
  const ease = question.parse({
    code: 'ease_now',
    label: words,
    kind: 'scale',
    scale: { max: 4, low: { fr: 'peu', en: 'little' }, high: { fr: 'très', en: 'very' } },
    tracked: true,
    replaces: { question: 'ease', answers: { low: '1' } },
  })
  const text = question.parse({ code: 'why', label: words, kind: 'text', tracked: true })
  const given = (of: string, moment: string, value: string | number) => ({
    question: of,
    moment,
    value,
    answeredOn: '2025-01-10',
  })
  const tracking = {
    questions: new Map([['dla-individuel', [ease, text]]]),
    answers: new Map([
      ['case 1', [given('ease', 'T0', 'low'), given('ease_now', 'T3', 3), given('why', 'T0', 'pour voir')]],
      ['case 2', [given('ease_now', 'T0', 2), given('ease_now', 'T3', 2)]],
      ['case 3', [given('ease', 'T0', 'unread'), given('ease_now', 'T3', 4)]],
      ['case 4', [given('ease_now', 'T0', 0), given('ease_now', 'T3', 4)]],
    ]),
  }

  it('are read through what was declared of an earlier wording, and what cannot be is in no pair', () => {
    const rows = [due('1'), due('2'), due('3'), due('4', { state: 'refused' }), due('1', { wave: 'T2' })]
    expect(trackedPairs(rows, tracking)).toEqual([
      {
        programme: 'DLA individuel',
        wave: 'T3',
        question: 'ease_now',
        label: words,
        pairs: 2,
        asked: 4,
        before: 1.5,
        after: 2.5,
        converted: 1,
      },
    ])
  })
})
