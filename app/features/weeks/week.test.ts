import { describe, expect, it } from 'vitest'
import { isWeekend } from '#app/kernel/day.ts'
import { on } from '#tests/harness/days.ts'
import { daysOfWeek, missingReport, mondayOf } from './week.ts'

const today = on('2026-03-12')

describe('a week', () => {
  it.each([
    ['2026-03-09', '2026-03-09'],
    ['2026-03-12', '2026-03-09'],
    ['2026-03-15', '2026-03-09'],
    ['2026-03-16', '2026-03-16'],
    ['2027-01-01', '2026-12-28'],
    ['1999-12-31', '1999-12-27'],
  ])('of %s begins on Monday %s', (day, monday) => {
    expect(mondayOf(on(day))).toBe(monday)
  })

  it('has five days, then two of rest', () => {
    expect(daysOfWeek(on('2026-03-09')).map(isWeekend)).toEqual([false, false, false, false, false, true, true])
  })
})

describe('a session', () => {
  it.each([
    ['planned', '2026-03-11', false, 'confirm'],
    ['planned', '2026-03-12', false, null],
    ['held', '2026-03-11', false, 'report'],
    ['held', '2026-03-11', true, null],
    ['cancelled', '2026-03-11', false, null],
  ] as const)('%s on %s, report %s: misses %s', (status, day, hasReport, missing) => {
    expect(missingReport({ status, heldOn: on(day), hasReport }, today)).toBe(missing)
  })
})
