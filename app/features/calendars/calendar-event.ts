import { type Day, instantOf } from '#app/kernel/day.ts'
import type { Hour } from '#app/kernel/hour.ts'
import type { SessionKind, SessionStatus } from '#db/schema/engineerings.ts'

/** How far back a calendar goes, and how long it keeps what was called off. */
export const calendarDays = 30

/** Names written in full before « et 5 autres ». */
const mostNames = 2

export type CalendarSession = {
  id: string
  /** One more at each change. */
  version: number
  changedAt: Date
  status: SessionStatus
  heldOn: Day
  beginsAt: Hour | null
  endsAt: Hour | null
  kind: SessionKind | null
  title: string | null
  place: string | null
  names: readonly string[]
  /** She holds it; otherwise she follows one of its cases, and need not be there. */
  isHolder: boolean
  /** She wrote it herself. */
  isAgreed: boolean
  path: string
}

export type CalendarEvent = {
  uid: string
  sequence: number
  changedAt: Date
  on: Day
  /** Null when only its day is known. */
  hours: { from: Date; to: Date | null } | null
  title: { kind: SessionKind | null; engineering: string | null; names: readonly string[]; others: number }
  place: string | null
  state: 'confirmed' | 'cancelled'
  answer: 'accepted' | 'needs-action' | 'declined'
  isHolder: boolean
  path: string
}

/** What a calendar says of a session. Short, nothing in it tells which organisation it is about. */
export function calendarEvent(session: CalendarSession, isShort: boolean): CalendarEvent {
  const {
    id,
    version,
    changedAt,
    status,
    heldOn,
    beginsAt,
    endsAt,
    kind,
    title,
    place,
    names,
    isHolder,
    isAgreed,
    path,
  } = session
  const shown = isShort ? [] : names.slice(0, mostNames)
  return {
    // The same whatever the address of the site: a program keeps one line per uid.
    uid: `${id}@sillage`,
    sequence: version - 1,
    changedAt,
    on: heldOn,
    hours: beginsAt && { from: atClock(heldOn, beginsAt), to: endsAt && atClock(heldOn, endsAt) },
    title: {
      kind,
      engineering: isShort ? null : title,
      names: shown,
      others: isShort ? 0 : names.length - shown.length,
    },
    place: isShort ? null : place,
    state: status === 'cancelled' ? 'cancelled' : 'confirmed',
    answer: status === 'cancelled' ? 'declined' : status === 'held' || isAgreed ? 'accepted' : 'needs-action',
    isHolder,
    path,
  }
}

/** The instant at which clocks in Paris show it that day. */
function atClock(on: Day, at: Hour): Date {
  const [hours = 0, minutes = 0] = at.split(':').map(Number)
  return new Date(instantOf(on, hours).getTime() + minutes * 60_000)
}
