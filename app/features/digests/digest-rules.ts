import { addDays, type Day, dayOf, instantOf, isBusinessDay, nextBusinessDay } from '#app/kernel/day.ts'

export const rhythms = ['daily', 'weekly', 'never'] as const
export type Rhythm = (typeof rhythms)[number]

/** The first is number 1. Nobody is written to at the weekend. */
export const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const
/** The hours at which messages leave, the last one left out: at 19 h they stop. */
export const hours = [8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18] as const

/** When a member wants her digest, in Paris. */
export type DigestChoice = { rhythm: Rhythm; weekday: number; hour: number }

/** Daily for who follows cases, weekly for who manages (domain.md §11.2); at eight, when messages begin to leave. */
export const usualChoice = (role: 'practitioner' | 'manager'): DigestChoice => ({
  rhythm: role === 'manager' ? 'weekly' : 'daily',
  weekday: 1,
  hour: 8,
})

/** The seasonal breaks last three weeks, and a weekly day may fall at the beginning of one. */
const farBack = 35

/**
 * The last day at whose chosen hour a digest was due, at that instant; null when none ever is. A weekly one whose day is a
 * holiday comes on the next business day. A missed hour stays due until the next one.
 */
export function lastDigestDay({ rhythm, weekday, hour }: DigestChoice, now: Date): Day | null {
  if (rhythm === 'never') return null
  const today = dayOf(now)
  for (let back = 0; back < farBack; back += 1) {
    const day = addDays(today, -back)
    if (isDigestDay(day, rhythm, weekday) && instantOf(day, hour) <= now) return day
  }
  return null
}

const isDigestDay = (day: Day, rhythm: Rhythm, weekday: number): boolean =>
  isBusinessDay(day) && (rhythm === 'daily' || isMovedTo(day, weekday))

/** Whether the chosen day of this week, or of one that was a holiday to its end, comes to this day. */
function isMovedTo(day: Day, weekday: number): boolean {
  for (let back = 0; back < farBack; back += 1) {
    const chosen = addDays(day, -back)
    if (weekdayOf(chosen) === weekday) return nextBusinessDay(chosen) === day
    if (back > 0 && isBusinessDay(chosen)) return false
  }
  return false
}

/** Monday is 1, Sunday 7. */
const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7
