import type { Day } from '#app/kernel/day.ts'
import type { sessionValues } from './session.ts'
import { noLines, type SessionLines } from './session-lines.ts'
import type { attendanceStatuses, sessionKinds, sessionModes, sessionStatuses } from './session-rules.ts'

type Status = (typeof attendanceStatuses)[number]
type Member = {
  accompanimentId: string
  name: string
  organisationId: string | null
  contactPersonId: string | null
}
type Person = { id: string; organisationId: string; name: string; role: string | null }
type Noted = { accompanimentId: string; status: Status; personName: string | null }

export type AttendanceRow = {
  accompanimentId: string
  name: string
  /** Who came, who came last time, or who answers for the organisation. */
  personName: string
  status: Status
  /** Others who may come: offered while typing. */
  people: string[]
}

/** What the screen of a session's form is made of. */
export type SessionFormPage = {
  operator: { slug: string; name: string }
  today: Day
  engineering: {
    id: string
    kind: 'individual' | 'collective'
    title: string | null
    startsOn: Day | null
    endsOn: Day | null
    orderedQuarters: number | null
  }
  members: number
  /** Quarter-days of the other sessions. */
  heldQuarters: number
  attendance: AttendanceRow[]
  /** What the fields begin with. */
  stored: ReturnType<typeof sessionValues>
  lines: SessionLines
  session: { id: string; version: number; heldOn: Day | null } | null
  /** A reason that will be asked for, whatever is typed. */
  expects: 'signature' | 'days' | null
}

/**
 * One line per member. Everybody is noted present until somebody says otherwise, with the name of the one who came last
 * time: most sessions then need no touch at all.
 */
export function attendanceRows(
  members: readonly Member[],
  people: readonly Person[],
  noted: readonly Noted[],
  isCorrection: boolean,
): AttendanceRow[] {
  return members.map(({ accompanimentId, name, organisationId, contactPersonId }) => {
    const own = people.filter(person => person.organisationId === organisationId)
    const known = noted.find(row => row.accompanimentId === accompanimentId)
    const contact = own.find(({ id }) => id === contactPersonId) ?? own[0]
    const usual = known?.personName ?? contact?.name ?? ''
    return {
      accompanimentId,
      name,
      personName: isCorrection ? (known?.personName ?? '') : usual,
      status: isCorrection ? (known?.status ?? 'absent') : 'present',
      people: own.map(person => person.name),
    }
  })
}

type Past = {
  quarters: number | null
  kind: (typeof sessionKinds)[number] | null
  mode: (typeof sessionModes)[number] | null
  place: string | null
}

/** What a new session most likely is: the first is a kickoff, the next is like the last one of its engineering. */
export function usualSession(kind: 'individual' | 'collective', held: readonly Past[]): Past {
  const [last] = held
  if (!last) return { kind: 'kickoff', mode: 'on_site', place: null, quarters: null }
  return { kind, mode: last.mode ?? 'on_site', place: last.place, quarters: last.quarters }
}

/**
 * A new session begins as one of today; one that is planned has no day yet. What blocked at the last one is taken along:
 * a line that is no longer written is no longer a blocker.
 */
export function emptySession(
  usual: Past,
  { status, today, blockers }: { status: (typeof sessionStatuses)[number]; today: Day; blockers: string[] },
) {
  const heldOn = status === 'planned' ? null : today
  const lines: SessionLines = { ...noLines, blockers: status === 'planned' ? [] : blockers }
  return { ...usual, status, heldOn, beginsAt: null, endsAt: null, themes: [], lines, overrunReason: null }
}
