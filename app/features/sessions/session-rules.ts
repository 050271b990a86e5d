import type { Day } from '#app/kernel/day.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'

export const sessionKinds = [
  'kickoff',
  'individual',
  'collective',
  'interim',
  'individual_review',
  'restitution',
  'awareness',
] as const
export const sessionModes = ['on_site', 'remote', 'hybrid'] as const
export const sessionStatuses = ['held', 'planned', 'cancelled'] as const
export const attendanceStatuses = ['present', 'remote', 'excused', 'absent'] as const

/** What a session is measured against: the contract of its engineering. Null = not agreed yet. */
export type Contract = {
  signedOn: Day | null
  startsOn: Day | null
  endsOn: Day | null
  paidOn: Day | null
  cancelled: boolean
  orderedQuarters: number | null
}

export type SessionDraft = {
  status: (typeof sessionStatuses)[number]
  heldOn: Day
  /** Quarter-days of the consultant's work. */
  quarters: number | null
  /** Why it is recorded in spite of a warning. */
  reason: string | null
}

export type DayBudget = {
  /** Quarter-days held, this session included. */
  heldQuarters: number
  /** Quarter-days of the order that are left; negative beyond it; null when no order was agreed. */
  leftQuarters: number | null
  /** This session takes the mission past 80 % of its order. */
  low: boolean
}

type SessionFailure = Failure<
  | 'engineering-cancelled'
  | 'session-outside-contract'
  | 'session-in-the-future'
  | 'session-without-days'
  | 'session-too-long'
  | 'session-after-payment'
  | 'session-before-signature'
  | 'days-over-order'
>

/** Eight days in one session is a mistake of typing: the national guide counts two to five for a whole mission. */
const longestQuarters = 32
const lowShare = 0.8

/**
 * May this session stand, beside `alreadyHeld` quarter-days of the other sessions? Two warnings give way to a reason: a
 * session before the contract is signed (an auditor asks why), and one beyond the days ordered.
 */
export function dayBudget(
  contract: Contract,
  alreadyHeld: number,
  draft: SessionDraft,
  today: Day,
): Result<DayBudget, SessionFailure> {
  if (contract.cancelled && draft.status !== 'cancelled') return fail('engineering-cancelled')
  if (draft.status === 'cancelled') return ok(budget(contract, alreadyHeld, alreadyHeld))
  if (isOutside(contract, draft.heldOn)) return fail('session-outside-contract', undefined, 'heldOn')
  if ((draft.quarters ?? 0) > longestQuarters) return fail('session-too-long', { max: longestQuarters / 4 }, 'days')
  if (draft.quarters === 0) return fail('session-without-days', undefined, 'days')
  if (draft.status === 'planned') return ok(budget(contract, alreadyHeld, alreadyHeld))
  if (draft.heldOn > today) return fail('session-in-the-future', undefined, 'heldOn')
  if (!draft.quarters) return fail('session-without-days', undefined, 'days')
  if (contract.paidOn && draft.heldOn > contract.paidOn) return fail('session-after-payment', undefined, 'heldOn')
  const held = alreadyHeld + draft.quarters
  if (!draft.reason) {
    if (isBeforeSignature(contract, draft.heldOn)) return fail('session-before-signature', undefined, 'overrunReason')
    if (contract.orderedQuarters !== null && held > contract.orderedQuarters)
      return fail('days-over-order', { ordered: contract.orderedQuarters / 4, held: held / 4 }, 'overrunReason')
  }
  return ok(budget(contract, alreadyHeld, held))
}

function isOutside({ startsOn, endsOn }: Contract, heldOn: Day): boolean {
  return (startsOn !== null && heldOn < startsOn) || (endsOn !== null && heldOn > endsOn)
}

function isBeforeSignature({ signedOn }: Pick<Contract, 'signedOn'>, heldOn: Day): boolean {
  return signedOn === null || heldOn < signedOn
}

function budget({ orderedQuarters }: Contract, before: number, after: number): DayBudget {
  const order = { orderedQuarters }
  return {
    heldQuarters: after,
    leftQuarters: orderedQuarters === null ? null : orderedQuarters - after,
    low: isLow(order, after) && !isLow(order, before),
  }
}

/** Little is left of the order. */
export function isLow({ orderedQuarters }: Pick<Contract, 'orderedQuarters'>, held: number): boolean {
  return orderedQuarters !== null && orderedQuarters > 0 && held >= orderedQuarters * lowShare
}
