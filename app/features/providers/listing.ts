import { addMonths, type Day, day } from '#app/kernel/day.ts'

export type ListingState = 'unlisted' | 'active' | 'stale' | 'inactive'

/** A sheet is confirmed once a year (national practice): it goes stale after eleven months, inactive after twelve. */
const staleMonths = 11
const inactiveMonths = 12

/** A sheet that nobody confirmed for a year is no longer offered; one that nobody ever confirmed still is. */
export const isOffered = (confirmedOn: string | null, today: Day): boolean =>
  listingState(confirmedOn, today) !== 'inactive'

/** What a sheet is worth today, by the day on which it was last confirmed. */
export function listingState(confirmedOn: string | null, today: Day): ListingState {
  const since = day(confirmedOn)
  if (!since) return 'unlisted'
  if (today >= addMonths(since, inactiveMonths)) return 'inactive'
  return today >= addMonths(since, staleMonths) ? 'stale' : 'active'
}
