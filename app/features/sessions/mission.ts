import type { Day } from '#app/kernel/day.ts'
import { type Missing, type MissionSession, missingOf, nextSession } from './mission-state.ts'
import type { SessionLines } from './session-lines.ts'

type Engineering = {
  id: string
  kind: 'individual' | 'collective'
  title: string | null
  state: string
  startsOn: Day | null
  endsOn: Day | null
  orderedQuarters: number | null
}
type Session = Omit<MissionSession, 'hasReport'> & { quarters: number | null; lines: Pick<SessionLines, 'decisions'> }

/** A mission as its consultant follows it. */
export type Mission = {
  id: string
  kind: 'individual' | 'collective'
  title: string | null
  cancelled: boolean
  startsOn: Day | null
  endsOn: Day | null
  orderedQuarters: number | null
  heldQuarters: number
  members: string[]
  mayWrite: boolean
  missing: Missing[]
  nextOn: Day | null
}

export function missionOf(
  engineering: Engineering,
  members: string[],
  sessions: readonly Session[],
  { today, mayWrite }: { today: Day; mayWrite: boolean },
): Mission {
  const { id, kind, title, startsOn, endsOn, orderedQuarters } = engineering
  const cancelled = engineering.state === 'cancelled'
  const heldQuarters = sessions.reduce((sum, row) => sum + (row.status === 'held' ? (row.quarters ?? 0) : 0), 0)
  const known = sessions.map(row => ({ ...row, hasReport: row.lines.decisions.length > 0 }))
  const facts = { endsOn, orderedQuarters, heldQuarters, sessions: known, mayWrite: mayWrite && !cancelled }
  return {
    id,
    kind,
    title,
    cancelled,
    startsOn,
    endsOn,
    orderedQuarters,
    heldQuarters,
    members,
    mayWrite: facts.mayWrite,
    missing: missingOf(facts, today),
    nextOn: nextSession(known, today)?.heldOn ?? null,
  }
}

/** What waits comes first, then what comes first. */
export function byUrgency(a: Mission, b: Mission): number {
  if (a.missing.length > 0 !== b.missing.length > 0) return a.missing.length > 0 ? -1 : 1
  return (a.nextOn ?? '9999').localeCompare(b.nextOn ?? '9999')
}
