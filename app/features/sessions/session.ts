import type { Day } from '#app/kernel/day.ts'
import type { Hour } from '#app/kernel/hour.ts'
import { presentOf } from './attendance.ts'
import { joined, type SessionLines, stepWritten } from './session-lines.ts'
import type { sessionKinds, sessionModes, sessionStatuses } from './session-rules.ts'

/** A session on a list: when, how long, who was there, what was decided. */
export type ListedSession = {
  id: string
  status: (typeof sessionStatuses)[number]
  heldOn: Day | null
  beginsAt: Hour | null
  endsAt: Hour | null
  quarters: number | null
  kind: (typeof sessionKinds)[number] | null
  mode: (typeof sessionModes)[number] | null
  place: string | null
  themes: string[]
  lines: SessionLines
  /** Of those noted, how many came; the count of all who came when more did than were noted. */
  present: number
  noted: number
  headCount: number | null
  recordedBy: string | null
}

type Written = Omit<ListedSession, 'present' | 'noted'>
type Noted = { sessionId: string; status: 'present' | 'remote' | 'excused' | 'absent' }

export function listedSession(session: Written, attendances: readonly Noted[]): ListedSession {
  const { id, status, heldOn, beginsAt, endsAt, quarters, kind, mode, place, themes, lines, headCount, recordedBy } =
    session
  const noted = attendances.filter(({ sessionId }) => sessionId === id)
  const present = presentOf(noted)
  const facts = {
    id,
    status,
    heldOn,
    beginsAt,
    endsAt,
    quarters,
    kind,
    mode,
    place,
    themes,
    lines,
    headCount,
    recordedBy,
  }
  return { ...facts, present, noted: noted.length }
}

/** The fields of a session's form, as it names them. */
type Fields = {
  status: string
  heldOn: string | null
  beginsAt: string | null
  endsAt: string | null
  quarters: number | null
  kind: string | null
  mode: string | null
  place: string | null
  themes: readonly string[]
  lines: SessionLines
  headCount: number | null
  overrunReason: string | null
}

/** The values of a session by field of its form: for its history, and for the one who lost a race. */
export function sessionValues(session: Fields): Record<string, string | number | null> {
  const { status, heldOn, beginsAt, endsAt, quarters, kind, mode, place, themes, lines, headCount, overrunReason } =
    session
  return {
    status,
    heldOn,
    beginsAt,
    endsAt,
    days: quarters === null ? null : quarters / 4,
    kind,
    mode,
    place,
    themes: joined(themes),
    agenda: joined(lines.agenda),
    decisions: joined(lines.decisions),
    nextSteps: joined(lines.nextSteps.map(stepWritten)),
    blockers: joined(lines.blockers),
    headCount,
    overrunReason,
  }
}
