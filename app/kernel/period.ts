import { addMonths, type Day, day, lastDayOfMonth } from './day.ts'

/** Both ends belong to the period. */
export type Period = { readonly from: Day; readonly to: Day }

/** The calendar year, or null when no day may bear that year. */
export function yearOf(year: number): Period | null {
  const from = day(`${year}-01-01`)
  const to = day(`${year}-12-31`)
  return from && to && { from, to }
}

export function contains(period: Period, value: Day): boolean {
  return value >= period.from && value <= period.to
}

/** The same period one year earlier. A period that ends with a month still does, even when the month is February. */
export function previousYear({ from, to }: Period): Period {
  const end = addMonths(to, -12)
  return { from: addMonths(from, -12), to: to === lastDayOfMonth(to) ? lastDayOfMonth(end) : end }
}
