import { isLow } from '#app/features/sessions/session-rules.ts'
import type { Day } from '#app/kernel/day.ts'
import type { EngineeringKind, EngineeringState } from '#db/schema/engineerings.ts'

/** The days of one contract: what was ordered, what came of it. In quarter-days. */
export type ContractDays = {
  id: string
  kind: EngineeringKind
  title: string | null
  state: EngineeringState
  provider: string | null
  caseNumber: string | null
  members: number
  endsOn: Day | null
  orderedQuarters: number | null
  heldQuarters: number
  plannedSessions: number
  invoicedQuarters: number
  /** Why the last session beyond the order was held. */
  overReason: string | null
}

export type DaysState = 'over' | 'low' | 'fine' | 'unknown'

/** Beyond the order, near its end, or neither. */
export function daysState({ orderedQuarters, heldQuarters }: Pick<ContractDays, 'orderedQuarters' | 'heldQuarters'>) {
  if (orderedQuarters === null) return 'unknown' satisfies DaysState
  if (heldQuarters > orderedQuarters) return 'over' satisfies DaysState
  return isLow({ orderedQuarters }, heldQuarters) ? ('low' satisfies DaysState) : ('fine' satisfies DaysState)
}
