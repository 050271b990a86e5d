import { addDays, type Day, daysBetween, day as readDay } from '#app/kernel/day.ts'
import type { Hour } from '#app/kernel/hour.ts'
import type { SessionKind, SessionStatus } from '#db/schema/engineerings.ts'

/** A Monday from which weeks are counted. */
const someMonday = readDay('2024-01-01')

/** The Monday of the week of that day. */
export function mondayOf(day: Day): Day {
  const since = someMonday ? daysBetween(someMonday, day) : 0
  return addDays(day, -(((since % 7) + 7) % 7))
}

export const daysOfWeek = (monday: Day): Day[] => Array.from({ length: 7 }, (_, count) => addDays(monday, count))

type Facts = { status: SessionStatus; heldOn: Day; hasReport: boolean }

/** What a session still waits for from whoever holds it, once its day has passed. */
export function missingReport({ status, heldOn, hasReport }: Facts, today: Day): 'confirm' | 'report' | null {
  if (heldOn >= today) return null
  if (status === 'planned') return 'confirm'
  return status === 'held' && !hasReport ? 'report' : null
}

/** A session as those who follow its cases see it among the others. */
export type WeekSession = {
  id: string
  heldOn: Day
  beginsAt: Hour | null
  endsAt: Hour | null
  status: SessionStatus
  kind: SessionKind | null
  title: string | null
  place: string | null
  quarters: number | null
  missing: 'confirm' | 'report' | null
  /** The cases that it is for: those that she follows first. */
  cases: { number: string; name: string }[]
  /** Who holds it, as far as is known. */
  consultants: { userId: string; name: string }[]
}

/** What was sent about a session: to whom, and on which day. */
export type Reminded = { sessionId: string; name: string; on: Day }
