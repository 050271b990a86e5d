import { parisInstant, parisTime } from './paris.ts'

declare const brand: unique symbol

/** A calendar day, `YYYY-MM-DD`. It has no hour and no time zone, and two of them compare as strings. */
export type Day = string & { readonly [brand]: 'Day' }

const FIRST_YEAR = 1900
const LAST_YEAR = 2200

type Parts = { year: number; month: number; day: number }

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
}

function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeap(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function brandDay({ year, month, day: dayOfMonth }: Parts): Day {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
  return text as Day
}

function partsOf(value: Day): Parts {
  return { year: Number(value.slice(0, 4)), month: Number(value.slice(5, 7)), day: Number(value.slice(8, 10)) }
}

function realDay(year: number, month: number, dayOfMonth: number): Day | null {
  if (year < FIRST_YEAR || year > LAST_YEAR || month < 1 || month > 12) return null
  if (dayOfMonth < 1 || dayOfMonth > daysInMonth(year, month)) return null
  return brandDay({ year, month, day: dayOfMonth })
}

/** Reads `YYYY-MM-DD`; null for anything else, a day that does not exist, or a year outside 1900–2200. */
export function day(value: unknown): Day | null {
  if (typeof value !== 'string') return null
  const match = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(value)
  return match ? realDay(Number(match[1]), Number(match[2]), Number(match[3])) : null
}

/** Reads `JJ/MM/AAAA`, as French spreadsheets write it. */
export function frenchDay(value: string): Day | null {
  const match = /^([0-9]{1,2})\/([0-9]{1,2})\/([0-9]{4})$/.exec(value)
  return match ? realDay(Number(match[3]), Number(match[2]), Number(match[1])) : null
}

/** The day that it is in Paris at that instant. */
export function dayOf(instant: Date): Day {
  return brandDay(parisTime(instant))
}

// Days are counted from 1970-01-01 by plain arithmetic: `Date` would bring the machine's time zone back in.
// Years start in March here, so that the leap day is the last of its year.
function toNumber({ year, month, day: dayOfMonth }: Parts): number {
  const y = month <= 2 ? year - 1 : year
  const era = Math.floor(y / 400)
  const yearOfEra = y - era * 400
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + dayOfMonth - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

function fromNumber(count: number): Day {
  const z = count + 719_468
  const era = Math.floor(z / 146_097)
  const dayOfEra = z - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const m = Math.floor((5 * dayOfYear + 2) / 153)
  const month = m < 10 ? m + 3 : m - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return brandDay({ year, month, day: dayOfYear - Math.floor((153 * m + 2) / 5) + 1 })
}

/** Arithmetic may leave 1900–2200, which only holds what people type: a deadline computed from 2200 must not throw. */
export function addDays(value: Day, count: number): Day {
  return fromNumber(toNumber(partsOf(value)) + count)
}

/** The same day of another month, or its last one: 31 August + 6 months is the last day of February. */
export function addMonths(value: Day, count: number): Day {
  const from = partsOf(value)
  const months = from.year * 12 + from.month - 1 + count
  const year = Math.floor(months / 12)
  const month = months - year * 12 + 1
  return brandDay({ year, month, day: Math.min(from.day, daysInMonth(year, month)) })
}

export function lastDayOfMonth(value: Day): Day {
  const { year, month } = partsOf(value)
  return brandDay({ year, month, day: daysInMonth(year, month) })
}

/** Days to add to `from` to reach `to`; negative when `to` comes first. */
export function daysBetween(from: Day, to: Day): number {
  return toNumber(partsOf(to)) - toNumber(partsOf(from))
}

export function compareDays(a: Day, b: Day): -1 | 0 | 1 {
  return a < b ? -1 : a > b ? 1 : 0
}

/** The day's first instant in Paris. */
export function startOfDay(value: Day): Date {
  return instantOf(value, 0)
}

/** The first instant that no longer belongs to the day: an instant of the day is `>= startOfDay` and `< endOfDay`. */
export function endOfDay(value: Day): Date {
  return startOfDay(addDays(value, 1))
}

/** The instant at which clocks in Paris show that hour of the day. */
export function instantOf(value: Day, hour: number): Date {
  const { year, month, day: dayOfMonth } = partsOf(value)
  return parisInstant(year, month, dayOfMonth, hour)
}

export function isWeekend(value: Day): boolean {
  const sinceMonday = (((toNumber(partsOf(value)) + 3) % 7) + 7) % 7 // 1970-01-01 was a Thursday
  return sinceMonday >= 5
}

// Gregorian computus (Meeus, Jones, Butcher).
function easterSunday(year: number): Day {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const g = Math.floor((8 * b + 13) / 25)
  const h = (19 * a + b - d - g + 15) % 30
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const n = h + l - 7 * m + 114
  return brandDay({ year, month: Math.floor(n / 31), day: (n % 31) + 1 })
}

const FIXED_HOLIDAYS = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25']

const holidaysByYear = new Map<number, ReadonlySet<string>>()

/** National public holidays: Code du travail, article L3133-1. Those of Alsace-Moselle and overseas are not here. */
export function publicHolidays(year: number): ReadonlySet<string> {
  const known = holidaysByYear.get(year)
  if (known) return known
  const easter = easterSunday(year)
  const prefix = String(year).padStart(4, '0')
  const holidays = new Set<string>([
    ...FIXED_HOLIDAYS.map(rest => `${prefix}-${rest}`),
    addDays(easter, 1), // Easter Monday
    addDays(easter, 39), // Ascension
    addDays(easter, 50), // Whit Monday
  ])
  holidaysByYear.set(year, holidays)
  return holidays
}

export function isPublicHoliday(value: Day): boolean {
  return publicHolidays(Number(value.slice(0, 4))).has(value)
}

// Nobody answers then: a reminder sent in these weeks is lost.
function isSeasonalBreak(value: Day): boolean {
  const monthDay = value.slice(5)
  return (monthDay >= '08-01' && monthDay <= '08-20') || monthDay >= '12-24' || monthDay <= '01-02'
}

export function isBusinessDay(value: Day): boolean {
  return !isWeekend(value) && !isSeasonalBreak(value) && !isPublicHoliday(value)
}

/** The `count`th business day after the day (before it when negative). Zero gives the day itself, business day or not. */
export function addBusinessDays(value: Day, count: number): Day {
  if (!Number.isSafeInteger(count)) throw new RangeError('addBusinessDays: the count is not a whole number')
  const step = count < 0 ? -1 : 1
  let current = value
  for (let left = Math.abs(count); left > 0; ) {
    current = addDays(current, step)
    if (isBusinessDay(current)) left -= 1
  }
  return current
}

/** The day itself when it is a business day, otherwise the first one that follows. */
export function nextBusinessDay(value: Day): Day {
  let current = value
  while (!isBusinessDay(current)) current = addDays(current, 1)
  return current
}
