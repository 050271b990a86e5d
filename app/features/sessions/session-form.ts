import type { attendanceStatuses, sessionKinds, sessionModes } from './session-rules.ts'

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
  kind: (typeof sessionKinds)[number] | null
  mode: (typeof sessionModes)[number] | null
  place: string | null
}

/** What a new session most likely is: the first is a kickoff, the next is like the last one of its engineering. */
export function usualSession(kind: 'individual' | 'collective', held: readonly Past[]) {
  const [last] = held
  if (!last) return { kind: 'kickoff' as const, mode: 'on_site' as const, place: null }
  return { kind, mode: last.mode ?? ('on_site' as const), place: last.place }
}
