import { describe, expect, it } from 'vitest'
import { addDays, type Day, day } from '#app/kernel/day.ts'
import { figuresBySector, figuresOf, isCounted, reviewCounts, type YearReview } from './review-year.ts'

const on = (value: string): Day => {
  const known = day(value)
  if (!known) throw new Error(value)
  return known
}
const today = '2026-12-31'
const sent = on('2026-03-02')

/** A request that left on 2 March for 23 March, and what became of it. */
const review = (of: Partial<YearReview> = {}): YearReview => ({
  id: 'one',
  number: '2026-0001',
  centre: 'Opale',
  sector: 'culture',
  outcome: null,
  sentOn: sent,
  answeredOn: null,
  sentAt: sent,
  openedAt: null,
  answeredAt: null,
  revokedAt: null,
  dueOn: '2026-03-23',
  ...of,
})
const answered = (days: number, outcome: 'opinion' | 'unable' = 'opinion') => {
  const answeredOn = addDays(sent, days)
  return review({ outcome, answeredOn, answeredAt: answeredOn })
}

describe('a year of second readings', () => {
  it('counts each request once among those that were asked, and once by what became of it', () => {
    const all = [
      answered(3),
      answered(30),
      answered(5, 'unable'),
      review(),
      review({ dueOn: today }),
      review({ dueOn: today, openedAt: sent }),
      review({ revokedAt: sent }),
    ]
    expect(figuresOf(all, today).counts).toEqual({
      asked: 7,
      answered: 2,
      inTime: 1,
      declined: 1,
      unanswered: 1,
      waiting: 2,
      revoked: 1,
    })
    const outcomes = reviewCounts.filter(count => count !== 'asked' && count !== 'inTime')
    for (const one of all) expect(outcomes.filter(count => isCounted(count, one, today))).toHaveLength(1)
  })

  it('says how long half of the opinions took; who cannot give one is not waited for', () => {
    const median = (...reviews: YearReview[]) => figuresOf(reviews, today).medianDelay
    expect(median()).toBeNull()
    expect(median(answered(4), answered(90, 'unable'), review())).toBe(4)
    expect(median(answered(9), answered(2), answered(4))).toBe(4)
    expect(median(answered(9), answered(2), answered(4), answered(5))).toBe(4.5)
  })

  it('sums to the same by speciality, the most asked first', () => {
    const all = [
      answered(3),
      review({ sector: 'sport' }),
      answered(6),
      { ...answered(5, 'unable'), sector: 'finance' as const },
    ]
    const lines = figuresBySector(all, today)
    expect(lines.map(({ sector, medianDelay }) => [sector, medianDelay])).toEqual([
      ['culture', 4.5],
      ['finance', null],
      ['sport', null],
    ])
    for (const count of reviewCounts)
      expect(lines.reduce((sum, { counts }) => sum + counts[count], 0)).toBe(figuresOf(all, today).counts[count])
  })
})
