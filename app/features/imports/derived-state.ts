import type { Day } from '#app/kernel/day.ts'

/** What an imported case is known by. `heldSession` and `referral` say that there is one; their days may be unknown. */
export type CaseFacts = {
  requestedOn: Day | null
  intakeOn: Day | null
  referral: { on: Day | null } | null
  diagnosticValidatedOn: Day | null
  planApprovedOn: Day | null
  heldSession: { on: Day | null } | null
  restitutionOn: Day | null
  closedOn: Day | null
  abandonedOn: Day | null
}

/** From the first to the last that an import may find. */
const importedStates = [
  'received',
  'intake',
  'referred',
  'diagnostic_validated',
  'plan_approved',
  'in_progress',
  'follow_up',
  'closed',
  'abandoned',
] as const
const order: readonly string[] = importedStates
type ImportedState = (typeof importedStates)[number]

/** The state of an imported case, and since when; the day is null when no fact says it. (formats, "Import") */
export function derivedState(facts: CaseFacts): { state: ImportedState; since: Day | null } {
  if (facts.abandonedOn) return { state: 'abandoned', since: facts.abandonedOn }
  if (facts.closedOn) return { state: 'closed', since: facts.closedOn }
  if (facts.restitutionOn) return { state: 'follow_up', since: facts.restitutionOn }
  if (facts.heldSession) return { state: 'in_progress', since: facts.heldSession.on ?? latestOf(facts) }
  if (facts.planApprovedOn) return { state: 'plan_approved', since: facts.planApprovedOn }
  if (facts.diagnosticValidatedOn) return { state: 'diagnostic_validated', since: facts.diagnosticValidatedOn }
  if (facts.referral) return { state: 'referred', since: facts.referral.on ?? latestOf(facts) }
  if (facts.intakeOn) return { state: 'intake', since: facts.intakeOn }
  return { state: 'received', since: facts.requestedOn }
}

const latestOf = ({ planApprovedOn, diagnosticValidatedOn, intakeOn, requestedOn }: CaseFacts) =>
  planApprovedOn ?? diagnosticValidatedOn ?? intakeOn ?? requestedOn

/**
 * Where a case stands after an import. The one whose own row was written says it all. The others only got a referral or a
 * session: they may go forward, and a case that people moved to a state that no import knows is theirs.
 */
export function stateAfterImport(present: string, derived: ImportedState, wasWritten: boolean): string {
  if (wasWritten) return derived
  const from = order.indexOf(present)
  return from === -1 || order.indexOf(derived) <= from ? present : derived
}
