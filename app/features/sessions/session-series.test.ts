import { describe, expect, it } from 'vitest'
import { on } from '#tests/harness/days.ts'
import { daysMoved, daysTyped, movedLike, reachedBy, seriesDays, seriesScopes } from './session-series.ts'

const repeat = { heldOn: on('2026-03-16'), everyWeeks: 2, times: null, until: null, holidays: null }
const said = (part: Partial<Parameters<typeof seriesDays>[0]>) => {
  const answer = seriesDays({ ...repeat, ...part })
  return answer.ok ? answer.value.join(' ') : `${answer.failure.tag} on ${answer.failure.field}`
}

describe('the days of a series', () => {
  const rows: [string, Partial<Parameters<typeof seriesDays>[0]>, string][] = [
    ['one session', { everyWeeks: null }, '2026-03-16'],
    ['every second Monday, three times', { times: 3 }, '2026-03-16 2026-03-30 2026-04-13'],
    ['until a day, that day included', { until: on('2026-03-30') }, '2026-03-16 2026-03-30'],
    ['whichever comes first', { until: on('2026-04-14'), times: 2 }, '2026-03-16 2026-03-30'],
    ['across the change of hour', { everyWeeks: 1, times: 3 }, '2026-03-16 2026-03-23 2026-03-30'],
    ['without a rhythm', { everyWeeks: null, times: 3 }, 'series-without-rhythm on everyWeeks'],
    ['without an end', {}, 'series-without-end on times'],
    ['until the eve of the second', { until: on('2026-03-29') }, 'series-of-one on until'],
    ['until a day that has passed', { until: on('2026-01-01') }, 'series-of-one on until'],
    ['once', { times: 1 }, 'series-of-one on times'],
    ['until another year', { everyWeeks: 1, until: on('2028-01-01') }, 'series-too-long on until'],
    ['through Easter Monday', { everyWeeks: 3, times: 2 }, 'series-on-holidays on holidays'],
    ['through Easter Monday, kept', { everyWeeks: 3, times: 2, holidays: 'keep' }, '2026-03-16 2026-04-06'],
    ['through Easter Monday, without it', { everyWeeks: 3, times: 3, holidays: 'skip' }, '2026-03-16 2026-04-27'],
    ['with nothing left', { everyWeeks: 3, times: 2, holidays: 'skip' }, 'series-of-one on holidays'],
  ]
  for (const [what, part, answer] of rows) it(`${what}: ${answer}`, () => expect(said(part)).toBe(answer))

  it('names the holidays', () =>
    expect(seriesDays({ ...repeat, everyWeeks: 3, times: 2 })).toMatchObject({
      failure: { params: { days: '06/04/2026' } },
    }))
})

describe('the days that a form would plan as it is typed so far', () => {
  const typed = { status: 'planned', heldOn: '2026-03-16', everyWeeks: '3', times: '2', until: null, holidays: null }
  const rows: [string, Partial<Parameters<typeof daysTyped>[0]>, string][] = [
    ['every day of the series, a holiday too while nobody has said', {}, '2026-03-16 2026-04-06'],
    ['without the holidays', { times: '3', holidays: 'skip' }, '2026-03-16 2026-04-27'],
    ['until a day', { times: '', until: '2026-04-06' }, '2026-03-16 2026-04-06'],
    ['its first day while it has no end', { times: '' }, '2026-03-16'],
    ['its first day while its rhythm is no number', { everyWeeks: 'deux' }, '2026-03-16'],
    ['its first day when it is too long', { times: '', until: '2040-01-01' }, '2026-03-16'],
    ['its day alone once it was held', { status: 'held' }, '2026-03-16'],
    ['none before a day is chosen', { heldOn: '' }, ''],
  ]
  for (const [what, part, days] of rows)
    it(`${what}: ${days}`, () => expect(daysTyped({ ...typed, ...part }).join(' ')).toBe(days))
})

describe('a change of one of a series', () => {
  const session = (id: string, heldOn: string, status = 'planned', series: string | null = 'a') => ({
    id,
    heldOn: on(heldOn),
    status,
    series,
  })
  const changed = session('2', '2026-03-16')
  const all = [
    session('1', '2026-03-09'),
    changed,
    session('3', '2026-03-23'),
    session('4', '2026-03-30', 'held'),
    session('5', '2026-04-06', 'cancelled'),
    session('6', '2026-04-13', 'planned', 'b'),
    session('7', '2026-04-20', 'planned', null),
  ]
  it('reaches this one, those that follow, or all, and never what was held', () =>
    expect(seriesScopes.map(scope => reachedBy(scope, changed, all).map(({ id }) => id))).toEqual([
      [],
      ['3'],
      ['1', '3'],
    ]))
  it('reaches no other when it is of no series', () =>
    expect(reachedBy('all', { ...changed, series: null }, all)).toEqual([]))
  it('moves them by as many days', () => {
    expect(movedLike(on('2026-03-23'), on('2026-03-16'), on('2026-03-17'))).toBe('2026-03-24')
    expect(movedLike(on('2026-03-23'), on('2026-03-16'), on('2026-03-14'))).toBe('2026-03-21')
  })
})

describe('the days on which a change that is typed would put the others of its series', () => {
  const others = [on('2026-03-09'), on('2026-03-23'), on('2026-03-30')]
  const change = { from: on('2026-03-16'), to: on('2026-03-18'), others }
  it.each([
    ['this', ''],
    ['following', '2026-03-25 2026-04-01'],
    ['all', '2026-03-11 2026-03-25 2026-04-01'],
    [null, ''],
  ])('%s: %s', (scope, days) => expect(daysMoved(scope, change).join(' ')).toBe(days))
})
