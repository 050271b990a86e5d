import { addDays, type Day } from '#app/kernel/day.ts'
import type { sessionStatuses } from './session-rules.ts'

export type MissionSession = {
  id: string
  status: (typeof sessionStatuses)[number]
  heldOn: Day | null
  hasReport: boolean
}
export type MissionFacts = {
  endsOn: Day | null
  mayWrite: boolean
  orderedQuarters: number | null
  heldQuarters: number
  sessions: readonly MissionSession[]
}

/** What a consultant still has to write; its sentence is `mission.missing.<what>`. */
export type Missing = { what: 'confirm' | 'report'; sessionId: string; on: Day } | { what: 'plan' | 'ending' }

/** Days before the end of a contract from which the days left are called to mind. */
const endingDays = 15

/** Sessions that should have been held and were not confirmed, held ones without a word, no session to come. */
export function missingOf(facts: MissionFacts, today: Day): Missing[] {
  if (!facts.mayWrite) return []
  const missing: Missing[] = []
  for (const { id, status, heldOn, hasReport } of facts.sessions) {
    if (heldOn && status === 'planned' && heldOn < today) missing.push({ what: 'confirm', sessionId: id, on: heldOn })
    if (heldOn && status === 'held' && !hasReport) missing.push({ what: 'report', sessionId: id, on: heldOn })
  }
  const hasDaysLeft = facts.orderedQuarters !== null && facts.heldQuarters < facts.orderedQuarters
  if (hasDaysLeft && !facts.sessions.some(({ status }) => status === 'planned')) missing.push({ what: 'plan' })
  if (hasDaysLeft && facts.endsOn && facts.endsOn <= addDays(today, endingDays)) missing.push({ what: 'ending' })
  return missing
}

/** The first session to come, today included. */
export function nextSession<S extends MissionSession>(sessions: readonly S[], today: Day): S | null {
  const coming = sessions.filter(({ status, heldOn }) => status === 'planned' && heldOn !== null && heldOn >= today)
  return coming.sort((a, b) => ((a.heldOn ?? '') < (b.heldOn ?? '') ? -1 : 1))[0] ?? null
}
