import type { Day } from '#app/kernel/day.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'

export const engineeringKinds = ['individual', 'collective'] as const
export type State = 'draft' | 'signed' | 'delivered' | 'paid'

export type EngineeringDates = {
  startsOn: Day | null
  endsOn: Day | null
  signedOn: Day | null
  deliveredOn: Day | null
  paidOn: Day | null
  /** Why the contract was signed after its first session. */
  lateReason: string | null
}

/** Of the sessions already in the engineering. */
export type SessionSpan = { firstHeldOn: Day | null; lastHeldOn: Day | null; planned: number }

type EngineeringFailure = Failure<
  | 'ends-before-start'
  | 'signed-in-the-future'
  | 'signed-after-first-session'
  | 'sessions-outside-contract'
  | 'delivered-in-the-future'
  | 'delivered-without-signature'
  | 'delivered-before-last-session'
  | 'sessions-still-planned'
  | 'paid-in-the-future'
  | 'paid-without-signature'
  | 'paid-before-last-session'
>

/**
 * May an engineering carry these dates? An auditor checks that the contract was signed before the first session and paid
 * after the last one (domain §9.3); the first gives way to a reason, since it happens and must then be explained.
 */
export function judgeEngineering(
  draft: EngineeringDates,
  sessions: SessionSpan,
  today: Day,
): Result<State, EngineeringFailure> {
  const { startsOn, endsOn, signedOn, deliveredOn, paidOn } = draft
  const { firstHeldOn, lastHeldOn } = sessions
  if (startsOn && endsOn && endsOn < startsOn) return fail('ends-before-start', undefined, 'endsOn')
  if (startsOn && firstHeldOn && startsOn > firstHeldOn) return fail('sessions-outside-contract', undefined, 'startsOn')
  if (endsOn && lastHeldOn && endsOn < lastHeldOn) return fail('sessions-outside-contract', undefined, 'endsOn')
  if (signedOn && signedOn > today) return fail('signed-in-the-future', undefined, 'signedOn')
  if (deliveredOn) {
    if (!signedOn) return fail('delivered-without-signature', undefined, 'deliveredOn')
    if (deliveredOn > today) return fail('delivered-in-the-future', undefined, 'deliveredOn')
    if (lastHeldOn && deliveredOn < lastHeldOn) return fail('delivered-before-last-session', undefined, 'deliveredOn')
    if (sessions.planned > 0) return fail('sessions-still-planned', undefined, 'deliveredOn')
  }
  if (paidOn) {
    if (!signedOn) return fail('paid-without-signature', undefined, 'paidOn')
    if (paidOn > today) return fail('paid-in-the-future', undefined, 'paidOn')
    if (lastHeldOn && paidOn < lastHeldOn) return fail('paid-before-last-session', undefined, 'paidOn')
  }
  if (signedOn && firstHeldOn && signedOn > firstHeldOn && !draft.lateReason)
    return fail('signed-after-first-session', undefined, 'lateReason')
  return ok(paidOn ? 'paid' : deliveredOn ? 'delivered' : signedOn ? 'signed' : 'draft')
}

type Signing = { signedOn: Day | null; unconsultedReason: string | null }
type Asked = { decidedOn: Day | null; waiverReason: string | null }

/**
 * A contract is signed after a consultation, or the waiver of one (domain §10.3); otherwise its reason is what an auditor
 * reads two years later. One that is signed already is not asked again.
 */
export function judgeSigning(
  before: Pick<Signing, 'signedOn'> | null,
  after: Signing,
  consultation: Asked | null,
): Result<null, Failure<'signed-without-consultation'>> {
  const isSigned = after.signedOn !== null && !before?.signedOn
  const isCovered = consultation !== null && (consultation.decidedOn ?? consultation.waiverReason) !== null
  return isSigned && !isCovered && !after.unconsultedReason
    ? fail('signed-without-consultation', undefined, 'unconsultedReason')
    : ok(null)
}

/** What becomes of a plan's action once the engineering that carries it out is signed, then delivered. */
export function actionStatusAfter(state: State): 'in_progress' | 'done' | null {
  if (state === 'draft') return null
  return state === 'signed' ? 'in_progress' : 'done'
}

/** Collective accompaniments work with eight organisations at most, says the national method (S003): advice, not a rule. */
export const advisedMembers = 8
