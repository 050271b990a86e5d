import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import type { attendanceStatuses } from './session-rules.ts'

export const attendeeRoles = ['leader', 'governance', 'employee', 'volunteer', 'third'] as const
export type AttendeeRole = (typeof attendeeRoles)[number]
type Status = (typeof attendanceStatuses)[number]

/** Which of the two is right, when those noted present are not as many as those who were counted. */
export const headCountAnswers = ['names', 'count'] as const

type Typed = { accompanimentId: string; status: Status | null; personName: string | null; role: AttendeeRole | null }
export type Attendee = Typed & { status: Status }

/** A line that names nobody and says nothing is none; somebody who is named came, unless it is said otherwise. */
export const attendeesIn = (rows: readonly Typed[]): Attendee[] =>
  rows.flatMap(row => (row.status || row.personName ? [{ ...row, status: row.status ?? 'present' }] : []))

/** In the room or on the screen. */
export const hasCome = ({ status }: { status: Status }) => status === 'present' || status === 'remote'

/** How many came, of those noted. */
export const presentOf = (noted: readonly { status: Status }[]): number => noted.filter(hasCome).length

type Count = { headCount: number | null; headCountIs: (typeof headCountAnswers)[number] | null }

/** One figure of those who came: null when it is that of the lines. More may have come than were named, never fewer. */
export function reconciled(
  attendees: readonly Attendee[],
  { headCount, headCountIs }: Count,
): Result<number | null, Failure<'head-count-differs' | 'head-count-under-names'>> {
  const named = presentOf(attendees)
  if (headCount === null || headCount === named || headCountIs === 'names') return ok(null)
  if (headCountIs === null) return fail('head-count-differs', { named, count: headCount }, 'headCountIs')
  if (headCount < named) return fail('head-count-under-names', { named }, 'headCount')
  return ok(headCount)
}
