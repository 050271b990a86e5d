import type { Engineering } from '#app/features/engineerings/engineering.ts'
import { splitByKey } from '#app/kernel/cents.ts'
import type { Day } from '#app/kernel/day.ts'
import type { EngineeringKind, SessionKind } from '#db/schema/engineerings.ts'
import type { ShareState } from '#db/schema/shares.ts'

/** What an engineering comes to; null while it is not agreed. */
export type Whole = { quarters: number | null; cents: number | null }

/**
 * The parts of an engineering by key. They sum to the whole, to the cent and to the quarter-day: what does not divide
 * goes to the largest remainder, the first one first.
 */
export function partsOf({ quarters, cents }: Whole, weights: readonly number[]): Whole[] {
  if (weights.length === 0) return []
  const days = quarters === null ? null : splitByKey(quarters, weights)
  const money = cents === null ? null : splitByKey(cents, weights)
  return weights.map((_weight, index) => ({ quarters: days?.[index] ?? null, cents: money?.[index] ?? null }))
}

/**
 * What figures count of the whole for a part that was accepted: the amount that was accepted, until another one is. A
 * smaller amount lies within what was accepted: nobody counts money that the contract no longer holds.
 */
export function countedOf(whole: number | null, acceptedWhole: number | null): number | null {
  return whole === null || acceptedWhole === null ? null : Math.min(whole, acceptedWhole)
}

/** Whether what is asked is another part than the one accepted. */
export function isAnotherPart(asked: Whole, accepted: Whole): boolean {
  return asked.quarters !== accepted.quarters || asked.cents !== accepted.cents
}

/** The accepted part of a partner's row, when an amendment has made it another one. */
export function standingPart(share: {
  counted: boolean
  quarters: number | null
  amountCents: number | null
  acceptedQuarters: number | null
  acceptedCents: number | null
}): Whole | null {
  const accepted = { quarters: share.acceptedQuarters, cents: share.acceptedCents }
  const asked = { quarters: share.quarters, cents: share.amountCents }
  return share.counted && isAnotherPart(asked, accepted) ? accepted : null
}

type Weighed = { partnerId: string; weight: number }

/** Whether both keys give everybody the same fraction; thirds are thirds, whatever the weights that say so. */
export function sameKey(before: readonly Weighed[], after: readonly Weighed[]): boolean {
  const total = (parts: readonly Weighed[]) => parts.reduce((sum, { weight }) => sum + BigInt(weight), 0n)
  const [was, is] = [total(before), total(after)]
  const weightOf = (parts: readonly Weighed[], id: string) =>
    BigInt(parts.find(({ partnerId }) => partnerId === id)?.weight ?? 0)
  return [...before, ...after].every(({ partnerId: id }) => weightOf(before, id) * is === weightOf(after, id) * was)
}

export type OperatorPart = {
  partnerId: string
  slug: string
  name: string
  isLead: boolean
  weight: number
  shareKey: string
  state: ShareState
  answeredOn: Day | null
  /** Which key is asked. */
  ask: number
  /** The part that was accepted; an amendment since may have made it another one. */
  accepted: Whole
  acceptedWholeCents: number | null
}
export type FunderPart = { agreementId: string; code: string; funder: string; weight: number }

export type SharePage = {
  operator: string
  engineering: Engineering
  operators: (OperatorPart & Whole & { isDiscussed: boolean })[]
  funders: (FunderPart & Whole)[]
  agreements: { id: string; label: string }[]
}

/** What a lead writes to a partner: what is asked, and what figures count. Replaced as a whole, by the number of the writing. */
export type SentShare = {
  shareKey: string
  leadId: string
  title: string | null
  kind: EngineeringKind
  startsOn: Day | null
  endsOn: Day | null
  signedOn: Day | null
  paidOn: Day | null
  quarters: number | null
  amountCents: number | null
  wholeCents: number | null
  providerName: string | null
  providerMatch: string | null
  sirens: string[]
  weight: number
  total: number
  ask: number
  counted: boolean
  acceptedQuarters: number | null
  acceptedCents: number | null
  countedCents: number | null
  sent: number
  held: { heldOn: Day | null; days: number | null; kind: SessionKind | null }[]
}

/** The row of an operator that takes part in what another one leads. */
export type Share = {
  id: string
  shareKey: string
  leadId: string
  lead: string
  title: string | null
  startsOn: Day | null
  endsOn: Day | null
  quarters: number | null
  amountCents: number | null
  state: ShareState
  version: number
  /** Its own organisations among the members, and how many of the members are not among them. */
  organisations: { id: string; name: string }[]
  others: number
  /** The lead took its part back. */
  isWithdrawn: boolean
  /** The part that was accepted, while an amendment has made it another one; it counts until the new one is accepted. */
  standing: Whole | null
  /** What the figures of this operator count of it; null while they count nothing. */
  counted: { days: number; cents: number | null; provider: string | null } | null
  /** Its own cases that take part, and those that could: cases of the members that both operators know. */
  members: ShareCase[]
  candidates: ShareCase[]
}

/** As the partner reads it: an amendment that it has not answered is in discussion. */
export function shownState({ state, standing }: Pick<Share, 'state' | 'standing'>): ShareState | 'discussed' {
  return state === 'proposed' && standing ? 'discussed' : state
}

/** An engineering that another operator leads, as a case that takes part in it lists it. */
export type CaseShare = { id: string; title: string | null; lead: string; state: ShareState | 'discussed' }
export type ShareCase = { accompanimentId: string; number: string; name: string }
