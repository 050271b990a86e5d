import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { nextSendingInstant } from './business-hours.ts'
import { dayOf, isBusinessDay } from './day.ts'
import { parisTime } from './paris.ts'

test.each([
  ['within hours: now', '2026-03-10T09:30:12.345Z', '2026-03-10T09:30:12.345Z'],
  ['before 8 h: the same day', '2026-03-10T05:00:00Z', '2026-03-10T07:00:00.000Z'],
  ['at 8 h: now', '2026-03-10T07:00:00Z', '2026-03-10T07:00:00.000Z'],
  ['a second before 19 h: now', '2026-03-10T17:59:59Z', '2026-03-10T17:59:59.000Z'],
  ['at 19 h: the next day', '2026-03-10T18:00:00Z', '2026-03-11T07:00:00.000Z'],
  ['on Friday evening: Monday', '2026-03-06T19:00:00Z', '2026-03-09T07:00:00.000Z'],
  ['over the change to summer time', '2026-03-27T19:00:00Z', '2026-03-30T06:00:00.000Z'],
  ['in August: after the 20th', '2026-08-03T10:00:00Z', '2026-08-21T06:00:00.000Z'],
  ['on New Year’s Eve', '2025-12-31T10:00:00Z', '2026-01-05T07:00:00.000Z'],
])('%s', (_, now, expected) => {
  expect(nextSendingInstant(new Date(now)).toISOString()).toBe(expected)
})

test('JOB-11: nothing leaves outside business hours, over a simulated year', () => {
  const year = Date.UTC(2026, 0, 1)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 366 * 86_400 }), second => {
      const now = new Date(year + second * 1000)
      const sending = nextSendingInstant(now)
      expect(sending.getTime()).toBeGreaterThanOrEqual(now.getTime())
      expect(isBusinessDay(dayOf(sending))).toBe(true)
      const { hour } = parisTime(sending)
      expect(hour >= 8 && hour < 19).toBe(true)
      expect(nextSendingInstant(sending)).toEqual(sending)
    }),
    { numRuns: 2000 },
  )
})
