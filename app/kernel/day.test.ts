import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addBusinessDays,
  addDays,
  addMonths,
  compareDays,
  type Day,
  day,
  dayOf,
  daysBetween,
  endOfDay,
  frenchDay,
  instantOf,
  isBusinessDay,
  isPublicHoliday,
  isWeekend,
  lastDayOfMonth,
  nextBusinessDay,
  publicHolidays,
  startOfDay,
} from './day.ts'

function d(value: string): Day {
  const read = day(value)
  if (!read) throw new Error(`not a day: ${value}`)
  return read
}

const first = d('1990-01-01')
const everyDay = Array.from({ length: daysBetween(first, d('2101-01-01')) }, (_, index) => addDays(first, index))
const anyDay = fc.integer({ min: 0, max: everyDay.length - 1 }).map(index => addDays(first, index))

describe('reading', () => {
  test.each(['1900-01-01', '2000-02-29', '2024-02-29', '2026-12-31', '2200-12-31'])('%s is a day', value => {
    expect(day(value)).toBe(value)
  })

  test.each([
    '2026-02-30',
    '2026-02-29',
    '1900-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '26-01-01',
    '1899-12-31',
    '2201-01-01',
    '9999-12-31',
    '2026-1-1',
    '2026-01-01T00:00:00Z',
    '2026-01-01 ',
    '+002026-01-01',
    '45292',
    '٢٠٢٦-٠١-٠١',
    '',
    '01/02/2026',
    null,
    undefined,
    20260101,
    new Date(0),
  ])('%s is not', value => {
    expect(day(value)).toBeNull()
  })

  test('French spreadsheets write the day first', () => {
    expect(frenchDay('28/02/2026')).toBe('2026-02-28')
    expect(frenchDay('1/2/2026')).toBe('2026-02-01')
    for (const wrong of ['30/02/2026', '02/28/2026', '1/2/26', '1-2-2026', '01/02/2026 10:00']) {
      expect(frenchDay(wrong)).toBeNull()
    }
  })
})

describe('arithmetic, over every day from 1990 to 2100', () => {
  test('agrees with the calendar of the engine, is read back, and goes forth and back', () => {
    expect(everyDay).toHaveLength(40_542)
    everyDay.forEach((value, index) => {
      const engine = new Date(Date.UTC(1990, 0, 1 + index))
      if (value !== engine.toISOString().slice(0, 10)) throw new Error(`${value} is not ${engine.toISOString()}`)
      if (day(value) !== value) throw new Error(`${value} is not read back`)
      if (daysBetween(first, value) !== index) throw new Error(`${value} is not ${index} days after the first`)
      if (isWeekend(value) !== [0, 6].includes(engine.getUTCDay())) throw new Error(`weekend: ${value}`)
    })
  })

  test('adding then taking away is nothing', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (value, n) => {
        expect(addDays(addDays(value, n), -n)).toBe(value)
        expect(daysBetween(value, addDays(value, n))).toBe(n)
        expect(compareDays(value, addDays(value, n))).toBe(n > 0 ? -1 : n < 0 ? 1 : 0)
      }),
    )
  })

  test('months keep the day, or give the last of a shorter month', () => {
    expect(addMonths(d('2025-08-31'), 6)).toBe('2026-02-28')
    expect(addMonths(d('2023-08-31'), 6)).toBe('2024-02-29')
    expect(addMonths(d('2026-02-28'), 6)).toBe('2026-08-28')
    expect(addMonths(d('2024-02-29'), -12)).toBe('2023-02-28')
    expect(addMonths(d('2026-01-15'), -1)).toBe('2025-12-15')
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -600, max: 600 }), (value, n) => {
        const moved = addMonths(value, n)
        const months = (x: Day) => Number(x.slice(0, 4)) * 12 + Number(x.slice(5, 7))
        expect(months(moved) - months(value)).toBe(n)
        expect(moved.slice(8) === value.slice(8) || moved === lastDayOfMonth(moved)).toBe(true)
      }),
    )
  })

  test('a day far beyond what people may type does not throw', () => {
    expect(addMonths(d('2200-12-31'), 18)).toBe('2202-06-30')
    expect(addDays(d('1900-01-01'), -1)).toBe('1899-12-31')
  })
})

describe('instants, in Paris', () => {
  test('a day starts and ends on the clocks of Paris, 23 or 25 hours when they change', () => {
    expect(startOfDay(d('2026-01-15')).toISOString()).toBe('2026-01-14T23:00:00.000Z')
    expect(startOfDay(d('2026-07-15')).toISOString()).toBe('2026-07-14T22:00:00.000Z')
    const hours = (value: string) => (endOfDay(d(value)).getTime() - startOfDay(d(value)).getTime()) / 3_600_000
    expect(hours('2026-03-29')).toBe(23)
    expect(hours('2026-10-25')).toBe(25)
    expect(hours('2026-03-30')).toBe(24)
  })

  test('an hour is the one that clocks show, also on the days when they change', () => {
    expect(instantOf(d('2026-03-29'), 8).toISOString()).toBe('2026-03-29T06:00:00.000Z')
    expect(instantOf(d('2026-03-29'), 1).toISOString()).toBe('2026-03-29T00:00:00.000Z')
    expect(instantOf(d('2026-03-29'), 2).toISOString()).toBe('2026-03-29T01:00:00.000Z') // skipped: 3 h on the clocks
    expect(instantOf(d('2026-10-25'), 8).toISOString()).toBe('2026-10-25T07:00:00.000Z')
  })

  test('the day changes at midnight in Paris, not in Greenwich', () => {
    expect(dayOf(new Date('2025-12-31T22:59:59.999Z'))).toBe('2025-12-31')
    expect(dayOf(new Date('2025-12-31T23:00:00.000Z'))).toBe('2026-01-01')
    expect(dayOf(new Date('2026-06-30T22:00:00.000Z'))).toBe('2026-07-01')
  })

  test('the bounds of every day from 1990 to 2100 are its own', () => {
    for (const value of everyDay) {
      const start = startOfDay(value).getTime()
      if (dayOf(new Date(start)) !== value || dayOf(new Date(start - 1)) === value) throw new Error(value)
    }
  })
})

describe('business days', () => {
  test('public holidays follow Easter', () => {
    const moving = (year: number) =>
      [...publicHolidays(year)].filter(x => !/-(01-01|05-01|05-08|07-14|08-15|11-01|11-11|12-25)$/.test(x))
    expect(moving(2024)).toEqual(['2024-04-01', '2024-05-09', '2024-05-20'])
    expect(moving(2025)).toEqual(['2025-04-21', '2025-05-29', '2025-06-09'])
    expect(moving(2026)).toEqual(['2026-04-06', '2026-05-14', '2026-05-25'])
    expect(moving(2038)).toEqual(['2038-04-26', '2038-06-03', '2038-06-14']) // the latest Easter there is
    expect(publicHolidays(2026).size).toBe(11)
    expect(isPublicHoliday(d('2026-07-14'))).toBe(true)
    expect(isPublicHoliday(d('2026-07-15'))).toBe(false)
  })

  test.each([
    ['2026-07-31', true],
    ['2026-08-01', false],
    ['2026-08-20', false],
    ['2026-08-21', true],
    ['2025-12-23', true],
    ['2025-12-24', false],
    ['2026-01-02', false],
    ['2026-01-05', true],
    ['2026-05-14', false],
    ['2026-05-15', true],
    ['2026-05-16', false],
  ])('%s: %s', (value, expected) => {
    expect(isBusinessDay(d(value))).toBe(expected)
  })

  test('are counted over weekends, holidays and breaks, both ways', () => {
    expect(addBusinessDays(d('2026-03-06'), 1)).toBe('2026-03-09')
    expect(addBusinessDays(d('2026-07-31'), 1)).toBe('2026-08-21')
    expect(addBusinessDays(d('2025-12-22'), 5)).toBe('2026-01-08')
    expect(addBusinessDays(d('2026-01-05'), -1)).toBe('2025-12-23')
    expect(addBusinessDays(d('2026-08-15'), 0)).toBe('2026-08-15')
    expect(() => addBusinessDays(d('2026-08-15'), Number.POSITIVE_INFINITY)).toThrow(RangeError)
    expect(nextBusinessDay(d('2026-08-01'))).toBe('2026-08-21')
    expect(nextBusinessDay(d('2026-08-21'))).toBe('2026-08-21')
  })

  test('n forth from a business day and n back is that day, and n of them were passed', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (value, n) => {
        const from = nextBusinessDay(value)
        const to = addBusinessDays(from, n)
        expect(addBusinessDays(to, -n)).toBe(from)
        let passed = 0
        for (let x = addDays(from, 1); x <= to; x = addDays(x, 1)) if (isBusinessDay(x)) passed += 1
        expect(passed).toBe(n)
      }),
    )
  })
})
