import { expect, test } from 'vitest'
import { type Day, day } from './day.ts'
import { contains, previousYear, yearOf } from './period.ts'

function d(value: string): Day {
  const read = day(value)
  if (!read) throw new Error(`not a day: ${value}`)
  return read
}

test('both ends of a period belong to it', () => {
  const year = yearOf(2025)
  expect(year).toEqual({ from: '2025-01-01', to: '2025-12-31' })
  if (!year) throw new Error('2025 is a year')
  expect(contains(year, d('2025-01-01'))).toBe(true)
  expect(contains(year, d('2025-12-31'))).toBe(true)
  expect(contains(year, d('2024-12-31'))).toBe(false)
  expect(contains(year, d('2026-01-01'))).toBe(false)
})

test('a year that no day may bear is none', () => {
  for (const wrong of [25, 1899, 2201, 2025.5, Number.NaN]) expect(yearOf(wrong)).toBeNull()
})

test('the period of a year ago ends with its month when this one does', () => {
  expect(previousYear({ from: d('2025-01-01'), to: d('2025-02-28') })).toEqual({ from: '2024-01-01', to: '2024-02-29' })
  expect(previousYear({ from: d('2024-02-29'), to: d('2024-06-15') })).toEqual({ from: '2023-02-28', to: '2023-06-15' })
})
