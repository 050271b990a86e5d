import { expect, test } from 'vitest'
import { shiftedClock, systemClock } from './clock.ts'

test('the system clock tells the time', () => {
  expect(Math.abs(systemClock().getTime() - Date.now())).toBeLessThan(1000)
})

test('a shifted clock goes on running, days ahead', () => {
  let now = new Date('2026-01-31T10:00:00Z')
  const clock = shiftedClock(30, () => now)
  expect(clock()).toEqual(new Date('2026-03-02T10:00:00Z'))
  now = new Date('2026-01-31T10:00:01Z')
  expect(clock()).toEqual(new Date('2026-03-02T10:00:01Z'))
  expect(now).toEqual(new Date('2026-01-31T10:00:01Z'))
})
