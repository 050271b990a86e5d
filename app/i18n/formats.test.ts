import { expect, test } from 'vitest'
import { type Day, day } from '#app/kernel/day.ts'
import {
  formatDay,
  formatDays,
  formatEuros,
  formatInstant,
  formatNumber,
  formatShare,
  relativeDays,
} from './formats.ts'

function d(value: string): Day {
  const read = day(value)
  if (!read) throw new Error(`not a day: ${value}`)
  return read
}

const NARROW = '\u202f'
const WIDE = '\u00a0'

test('days', () => {
  expect(formatDay(d('2025-03-05'), 'fr')).toBe('5 mars 2025')
  expect(formatDay(d('2025-03-01'), 'fr', 'long')).toBe('1er mars 2025')
  expect(formatDay(d('2025-03-11'), 'fr', 'long')).toBe('11 mars 2025')
  expect(formatDay(d('2025-03-01'), 'fr', 'short')).toBe('01/03/2025')
  expect(formatDay(d('2025-03-01'), 'fr', 'month')).toBe('mars 2025')
  expect(formatDay(d('2025-03-01'), 'en')).toBe('1 March 2025')
  expect(formatDay(d('2025-03-01'), 'en', 'short')).toBe('01/03/2025')
})

test('instants, on the clocks of Paris', () => {
  expect(formatInstant(new Date('2025-12-31T23:05:00Z'), 'fr')).toBe(`1er janvier 2026 à${WIDE}0${WIDE}h${WIDE}05`)
  expect(formatInstant(new Date('2025-07-14T12:05:00Z'), 'fr')).toBe(`14 juillet 2025 à${WIDE}14${WIDE}h${WIDE}05`)
  expect(formatInstant(new Date('2025-07-14T12:05:00Z'), 'en')).toBe('14 July 2025 at 14:05')
})

test('numbers, shares, money and days of work', () => {
  expect(formatNumber(1234.5, 'fr')).toBe(`1${NARROW}234,5`)
  expect(formatNumber(4.6667, 'fr')).toBe('4,67')
  expect(formatNumber(-3, 'fr')).toBe('−3')
  expect(formatNumber(1234.5, 'en')).toBe('1,234.5')
  expect(formatShare(0.613, 'fr')).toBe(`61,3${NARROW}%`)
  expect(formatShare(0.6, 'fr')).toBe(`60${NARROW}%`)
  expect(formatShare(-0.0357, 'fr')).toBe(`−3,6${NARROW}%`)
  expect(formatShare(0.613, 'en')).toBe('61.3%')
  expect(formatEuros(123450, 'fr')).toBe(`1${NARROW}234,50${WIDE}€`)
  expect(formatEuros(123400, 'fr')).toBe(`1${NARROW}234${WIDE}€`)
  expect(formatEuros(123450, 'en')).toBe('€1,234.50')
  expect(formatEuros(-123400, 'en')).toBe('−€1,234')
  expect(formatDays(1.5, 'fr')).toBe(`1,5${WIDE}jour`)
  expect(formatDays(2, 'fr')).toBe(`2${WIDE}jours`)
  expect(formatDays(1.5, 'en')).toBe('1.5 days')
})

test('days from now', () => {
  expect([-2, -1, 0, 1, 2, 5, -5].map(n => relativeDays(n, 'fr'))).toEqual([
    'avant-hier',
    'hier',
    'aujourd’hui',
    'demain',
    'après-demain',
    'dans 5 jours',
    'il y a 5 jours',
  ])
  expect(relativeDays(1, 'en')).toBe('tomorrow')
})
