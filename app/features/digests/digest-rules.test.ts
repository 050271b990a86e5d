import { describe, expect, it } from 'vitest'
import { type DigestChoice, lastDigestDay, usualChoice } from './digest-rules.ts'

const at = (instant: string) => new Date(instant)
const daily: DigestChoice = { rhythm: 'daily', weekday: 1, hour: 8 }
const weekly: DigestChoice = { rhythm: 'weekly', weekday: 1, hour: 8 }

describe('when a digest is due', () => {
  it('is at its hour in Paris, on each business day', () => {
    // Tuesday 10 March 2026, winter time.
    expect(lastDigestDay(daily, at('2026-03-10T06:59:00Z'))).toBe('2026-03-09')
    expect(lastDigestDay(daily, at('2026-03-10T07:00:00Z'))).toBe('2026-03-10')
    expect(lastDigestDay({ ...daily, hour: 17 }, at('2026-03-10T15:59:00Z'))).toBe('2026-03-09')
    expect(lastDigestDay({ ...daily, hour: 17 }, at('2026-03-10T16:00:00Z'))).toBe('2026-03-10')
  })

  it('follows the clocks of summer', () => {
    // Monday 30 March 2026, the day after they changed.
    expect(lastDigestDay(daily, at('2026-03-30T05:59:00Z'))).toBe('2026-03-27')
    expect(lastDigestDay(daily, at('2026-03-30T06:00:00Z'))).toBe('2026-03-30')
  })

  it('is never at a weekend nor in a seasonal break', () => {
    expect(lastDigestDay(daily, at('2026-03-08T12:00:00Z'))).toBe('2026-03-06')
    expect(lastDigestDay(daily, at('2026-08-12T12:00:00Z'))).toBe('2026-07-31')
  })

  it('is on the chosen day of each week, or on the first business day after it', () => {
    expect(lastDigestDay({ ...weekly, weekday: 3 }, at('2026-03-12T12:00:00Z'))).toBe('2026-03-11')
    expect(lastDigestDay({ ...weekly, weekday: 3 }, at('2026-03-10T12:00:00Z'))).toBe('2026-03-04')
    // Easter Monday 6 April 2026.
    expect(lastDigestDay(weekly, at('2026-04-06T12:00:00Z'))).toBe('2026-03-30')
    expect(lastDigestDay(weekly, at('2026-04-07T12:00:00Z'))).toBe('2026-04-07')
    expect(lastDigestDay(weekly, at('2026-04-08T12:00:00Z'))).toBe('2026-04-07')
  })

  it('comes once after a break that three of its days fell in', () => {
    expect(lastDigestDay(weekly, at('2026-08-20T12:00:00Z'))).toBe('2026-07-27')
    expect(lastDigestDay(weekly, at('2026-08-21T12:00:00Z'))).toBe('2026-08-21')
    expect(lastDigestDay(weekly, at('2026-08-23T12:00:00Z'))).toBe('2026-08-21')
  })

  it('is never for who wants none', () => {
    expect(lastDigestDay({ ...daily, rhythm: 'never' }, at('2026-03-10T12:00:00Z'))).toBeNull()
  })

  it('is daily for who follows cases, and weekly for who manages', () => {
    expect(usualChoice('practitioner')).toEqual(daily)
    expect(usualChoice('manager')).toEqual(weekly)
  })
})
