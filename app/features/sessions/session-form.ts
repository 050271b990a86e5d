import { addDays, type Day, daysBetween } from '#app/kernel/day.ts'
import type { Hour } from '#app/kernel/hour.ts'
import { type AttendeeRole, attendeeRoles } from './attendance.ts'
import type { sessionValues } from './session.ts'
import { noLines, type SessionLines } from './session-lines.ts'
import type { attendanceStatuses, sessionKinds, sessionModes, sessionStatuses } from './session-rules.ts'

type Presence = (typeof attendanceStatuses)[number]
type Member = {
  accompanimentId: string
  name: string
  organisationId: string | null
  contactPersonId: string | null
}
type Person = { id: string; organisationId: string; name: string; function: string }
type Noted = { accompanimentId: string; status: Presence; personName: string | null; role: AttendeeRole | null }

export type AttendanceRow = {
  accompanimentId: string
  name: string
  /** Who came, who came last time, or who answers for the organisation: one at least. */
  noted: { personName: string; role: AttendeeRole | null; status: Presence }[]
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
  /** Who was not there last time. */
  missed: string[]
  /** What the fields begin with. */
  stored: ReturnType<typeof sessionValues>
  lines: SessionLines
  /** The operator's own themes that it offers; what an earlier version of the product kept has none. */
  ownThemes?: string[]
  session: { id: string; version: number; heldOn: Day | null } | null
  /** How many others of its series are still planned. */
  others: number
  /** On which days they are; what an earlier version of the product kept has none. */
  othersOn?: Day[]
  /** A reason that will be asked for, whatever is typed. */
  expects: 'signature' | 'days' | null
}

/**
 * One line per member, or as many as people came for it last time. Everybody is noted present until somebody says
 * otherwise: most sessions then need no touch at all.
 */
export function attendanceRows(
  members: readonly Member[],
  people: readonly Person[],
  noted: readonly Noted[],
  isCorrection: boolean,
): AttendanceRow[] {
  return members.map(({ accompanimentId, name, organisationId, contactPersonId }) => {
    const own = people.filter(person => person.organisationId === organisationId)
    const known = noted.filter(row => row.accompanimentId === accompanimentId)
    const contact = own.find(({ id }) => id === contactPersonId) ?? own[0]
    const roleOf = (person: string) =>
      attendeeRoles.find(role => role === own.find(one => one.name === person)?.function)
    const usual =
      known.length > 0 ? known : [{ personName: contact?.name ?? null, role: null, status: 'absent' as const }]
    return {
      accompanimentId,
      name,
      noted: usual.map(({ personName, role, status }) => {
        const person = isCorrection ? (known.length > 0 && personName) || '' : (personName ?? contact?.name ?? '')
        return { personName: person, role: role ?? roleOf(person) ?? null, status: isCorrection ? status : 'present' }
      }),
      people: own.map(person => person.name),
    }
  })
}

type Past = {
  heldOn: Day | null
  beginsAt: Hour | null
  endsAt: Hour | null
  quarters: number | null
  kind: (typeof sessionKinds)[number] | null
  mode: (typeof sessionModes)[number] | null
  place: string | null
  lines: Pick<SessionLines, 'blockers'>
}

/** What a new session most likely is: the first is a kickoff, the next is like the last one of its engineering. */
function usualSession(kind: 'individual' | 'collective', held: readonly Past[]) {
  const [last] = held
  if (!last) return { kind: 'kickoff' as const, mode: 'on_site' as const, place: null, quarters: null }
  return { kind, mode: last.mode ?? 'on_site', place: last.place, quarters: last.quarters }
}

/** Where nothing tells how far apart sessions are. */
const usualGap = 14

/**
 * As long after the last one as it came after the one before; null when that is no longer in the contract. `held`: the
 * latest first.
 */
export function nextDate(held: readonly Pick<Past, 'heldOn'>[], endsOn: Day | null): Day | null {
  const days = [...new Set(held.flatMap(({ heldOn }) => heldOn ?? []))]
  const [last, previous] = days
  if (!last) return null
  const next = addDays(last, previous ? daysBetween(previous, last) : usualGap)
  return endsOn && next > endsOn ? null : next
}

type New = { kind: 'individual' | 'collective'; held: readonly Past[]; endsOn: Day | null; today: Day }
type Status = (typeof sessionStatuses)[number]

/**
 * A new session begins as one of today; one that is planned has no day yet. What blocked at the last one is taken along:
 * a line that is no longer written is no longer a blocker.
 */
export function emptySession({ kind, held, today }: Omit<New, 'endsOn'>, status: Status) {
  const heldOn = status === 'planned' ? null : today
  const lines: SessionLines = { ...noLines, blockers: status === 'planned' ? [] : (held[0]?.lines.blockers ?? []) }
  const usual = usualSession(kind, held)
  return {
    ...usual,
    status,
    heldOn,
    beginsAt: null,
    endsAt: null,
    themes: [],
    lines,
    headCount: null,
    overrunReason: null,
  }
}

/** The last one once more, at the next date: planned when that is still to come. */
export function sameSession({ kind, held, endsOn, today }: New) {
  const [last] = held
  const heldOn = nextDate(held, endsOn)
  const status: Status = heldOn === null || heldOn > today ? 'planned' : 'held'
  const begun = emptySession({ kind, held, today }, status)
  return last ? { ...begun, kind: last.kind, beginsAt: last.beginsAt, endsAt: last.endsAt, heldOn } : begun
}

type Stored = Past & { status: Status; lines: SessionLines }

/** A planned session about to be held: what was not planned is as usual, and its blockers are those of the last one. */
export function confirmed<S extends Stored>(planned: S, { kind, held, today }: Omit<New, 'endsOn'>): S {
  const { mode, place, quarters, lines } = emptySession({ kind, held, today }, 'held')
  return {
    ...planned,
    status: 'held',
    kind: planned.kind ?? kind,
    mode: planned.mode ?? mode,
    place: planned.place ?? place,
    quarters: planned.quarters ?? quarters,
    lines: { ...planned.lines, blockers: planned.lines.blockers.length > 0 ? planned.lines.blockers : lines.blockers },
  }
}
