import { addDays, type Day } from '#app/kernel/day.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import type { Criterion, Offer, Score, Terms } from './consultation.ts'

/** Three or four providers are asked as a rule (practice of Alpes-Maritimes, domain §2); fewer need a waiver. */
export const usualProviders = 3
/** A fortnight to answer (CRESS, purchases of 4 000 to 15 000 €): advice shown beside the field. */
export const advisedAnswerDays = 15

export const advisedDeadline = (today: Day): Day => addDays(today, advisedAnswerDays)

type Opening = {
  terms: Terms | null
  criteria: readonly Criterion[]
  /** Asked already, and asked now. */
  asked: number
  deadline: Day
  waiverReason: string | null
  waiverDocument: string | null
}

/** May the terms be sent to providers? The guards `tor_validated` and `consultation_open` of domain §10.3. */
export function judgeOpening(
  { terms, criteria, asked, deadline, waiverReason, waiverDocument }: Opening,
  today: Day,
): Result<
  null,
  Failure<
    | 'terms-missing'
    | 'terms-without-days'
    | 'terms-without-budget'
    | 'terms-without-criteria'
    | 'terms-not-agreed'
    | 'deadline-past'
    | 'nobody-asked'
    | 'too-few-providers'
    | 'waiver-without-document'
  >
> {
  if (!terms || terms.version === 0) return fail('terms-missing')
  if (!terms.quarters) return fail('terms-without-days')
  if (!terms.budgetCents) return fail('terms-without-budget')
  if (criteria.length === 0) return fail('terms-without-criteria')
  if (!terms.agreedOn) return fail('terms-not-agreed')
  if (deadline <= today) return fail('deadline-past', undefined, 'deadline')
  if (asked === 0) return fail('nobody-asked', undefined, 'providerIds')
  if (asked < usualProviders) {
    if (!waiverReason) return fail('too-few-providers', { asked, usual: usualProviders }, 'waiverReason')
    if (!waiverDocument) return fail('waiver-without-document', undefined, 'waiverDocument')
  }
  return ok(null)
}

export const gridTotal = (criteria: readonly Pick<Criterion, 'weight'>[]): number =>
  criteria.reduce((sum, { weight }) => sum + weight, 0)

/** An offer's points in one view; null while a criterion has none. */
export function totalOf(
  offerId: string,
  scorer: Score['scorer'],
  criteria: readonly Criterion[],
  scores: readonly Score[],
): number | null {
  const own = scores.filter(score => score.offerId === offerId && score.scorer === scorer)
  let total = 0
  for (const { id } of criteria) {
    const score = own.find(({ criterionId }) => criterionId === id)
    if (!score) return null
    total += score.points
  }
  return total
}

/** Offers are opened, and scored, once nobody may send one any more. */
export const isAnswerTimeOver = (deadline: Day, today: Day): boolean => today > deadline

type Decision = {
  deadline: Day
  decidedOn: Day
  offers: readonly Offer[]
  criteria: readonly Criterion[]
  scores: readonly Score[]
  chosenOfferId: string
  preferredOfferId: string | null
  conflict: 'none' | 'declared'
  conflictNote: string | null
}

/** May the provider be chosen? The guards `offers_received`, `scored` and `provider_selected` of domain §10.3. */
export function judgeDecision(
  decision: Decision,
  today: Day,
): Result<
  Offer,
  Failure<
    | 'deadline-not-passed'
    | 'decided-before-deadline'
    | 'decided-in-the-future'
    | 'unknown-offer'
    | 'offer-not-scored'
    | 'bidder-without-email'
    | 'conflict-unsaid'
  >
> {
  const { deadline, decidedOn, offers, criteria, scores, conflict, conflictNote } = decision
  if (!isAnswerTimeOver(deadline, today)) return fail('deadline-not-passed')
  if (decidedOn < deadline) return fail('decided-before-deadline', undefined, 'decidedOn')
  if (decidedOn > today) return fail('decided-in-the-future', undefined, 'decidedOn')
  const chosen = offers.find(({ id }) => id === decision.chosenOfferId)
  if (!chosen) return fail('unknown-offer', undefined, 'chosenOfferId')
  if (decision.preferredOfferId && !offers.some(({ id }) => id === decision.preferredOfferId))
    return fail('unknown-offer', undefined, 'preferredOfferId')
  const unscored = offers.find(({ id }) => totalOf(id, 'organisation', criteria, scores) === null)
  if (unscored) return fail('offer-not-scored', { provider: unscored.provider })
  const unreachable = offers.find(({ email }) => email === null)
  if (unreachable) return fail('bidder-without-email', { provider: unreachable.provider })
  if (conflict === 'declared' && !conflictNote) return fail('conflict-unsaid', undefined, 'conflictNote')
  return ok(chosen)
}
