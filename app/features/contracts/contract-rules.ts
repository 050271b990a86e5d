import type { Day } from '#app/kernel/day.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import type { Deliverable, Invoice } from './contract.ts'

/** What a contract comes to: whole quarter-days and cents, so that no sum of amendments drifts. */
export type Terms = { quarters: number | null; cents: number | null; endsOn: Day | null }

export type AmendmentDraft = {
  signedOn: Day
  quartersAdded: number
  centsAdded: number
  /** Null leaves the end as it is. */
  endsOn: Day | null
}

type Standing = {
  signedOn: Day | null
  startsOn: Day | null
  heldQuarters: number
  lastHeldOn: Day | null
  invoicedQuarters: number
  invoicedCents: number
}

/** The contract once this amendment is signed. It never falls below what was held or invoiced. */
export function amend(
  before: Terms,
  draft: AmendmentDraft,
  standing: Standing,
  today: Day,
): Result<
  Terms,
  Failure<
    | 'contract-unsigned'
    | 'amendment-empty'
    | 'day-to-come'
    | 'amendment-before-contract'
    | 'days-unknown'
    | 'amount-unknown'
    | 'amendment-under-held'
    | 'amendment-under-invoiced'
    | 'ends-before-start'
    | 'sessions-outside-contract'
  >
> {
  const { signedOn, quartersAdded, centsAdded, endsOn } = draft
  if (!standing.signedOn) return fail('contract-unsigned')
  if (quartersAdded === 0 && centsAdded === 0 && (endsOn === null || endsOn === before.endsOn))
    return fail('amendment-empty')
  if (signedOn > today) return fail('day-to-come', undefined, 'signedOn')
  if (signedOn < standing.signedOn) return fail('amendment-before-contract', undefined, 'signedOn')
  if (quartersAdded !== 0 && before.quarters === null) return fail('days-unknown', undefined, 'days')
  if (centsAdded !== 0 && before.cents === null) return fail('amount-unknown', undefined, 'amount')
  const quarters = before.quarters === null ? null : before.quarters + quartersAdded
  const cents = before.cents === null ? null : before.cents + centsAdded
  const least = Math.max(standing.heldQuarters, standing.invoicedQuarters, 0)
  if (quarters !== null && quartersAdded < 0 && quarters < least)
    return fail('amendment-under-held', { held: least / 4 }, 'days')
  if (cents !== null && centsAdded < 0 && cents < standing.invoicedCents)
    return fail('amendment-under-invoiced', { invoiced: standing.invoicedCents / 100 }, 'amount')
  const end = endsOn ?? before.endsOn
  if (end && standing.startsOn && end < standing.startsOn) return fail('ends-before-start', undefined, 'endsOn')
  if (end && standing.lastHeldOn && end < standing.lastHeldOn)
    return fail('sessions-outside-contract', undefined, 'endsOn')
  return ok({ quarters, cents, endsOn: end })
}

/** What was agreed first: the contract less its amendments. */
export function originalTerms(
  { quarters, cents }: Pick<Terms, 'quarters' | 'cents'>,
  amendments: readonly { quartersAdded: number; centsAdded: number }[],
): Pick<Terms, 'quarters' | 'cents'> {
  const added = amendments.reduce(
    (sum, { quartersAdded, centsAdded }) => ({
      quarters: sum.quarters + quartersAdded,
      cents: sum.cents + centsAdded,
    }),
    { quarters: 0, cents: 0 },
  )
  return {
    quarters: quarters === null ? null : quarters - added.quarters,
    cents: cents === null ? null : cents - added.cents,
  }
}

export const invoicedOf = (invoices: readonly Pick<Invoice, 'quarters' | 'amountCents'>[]) =>
  invoices.reduce(
    (sum, { quarters, amountCents }) => ({ quarters: sum.quarters + quarters, cents: sum.cents + amountCents }),
    { quarters: 0, cents: 0 },
  )

type Billing = {
  signedOn: Day | null
  orderedQuarters: number | null
  amountCents: number | null
  heldQuarters: number
  /** The other invoices. */
  invoices: readonly Pick<Invoice, 'quarters' | 'amountCents'>[]
  deliverables: readonly Pick<Deliverable, 'title' | 'dueOn' | 'state'>[]
}
type Bill = Pick<Invoice, 'receivedOn' | 'quarters' | 'amountCents'>

/**
 * May this invoice stand? An auditor compares days invoiced with days held (domain §9.3), and what is paid for must have
 * been accepted: each deliverable due by then, and all of them when the contract is invoiced to its end.
 */
export function judgeInvoice(
  billing: Billing,
  bill: Bill,
  today: Day,
): Result<
  null,
  Failure<
    'contract-unsigned' | 'day-to-come' | 'invoice-over-held' | 'invoice-over-amount' | 'deliverable-not-accepted'
  >
> {
  if (!billing.signedOn) return fail('contract-unsigned')
  if (bill.receivedOn > today) return fail('day-to-come', undefined, 'receivedOn')
  const before = invoicedOf(billing.invoices)
  const left = billing.heldQuarters - before.quarters
  if (bill.quarters > left) return fail('invoice-over-held', { left: Math.max(0, left) / 4 }, 'days')
  if (billing.amountCents !== null && before.cents + bill.amountCents > billing.amountCents)
    return fail('invoice-over-amount', { left: Math.max(0, billing.amountCents - before.cents) / 100 }, 'amount')
  const waiting = waitingFor(billing, bill)
  return waiting ? fail('deliverable-not-accepted', { title: waiting.title }) : ok(null)
}

/** A deliverable whose acceptance unlocks this invoice, and which is not accepted yet. */
export function waitingFor(
  { orderedQuarters, amountCents, invoices, deliverables }: Omit<Billing, 'signedOn' | 'heldQuarters'>,
  bill: Bill,
): Pick<Deliverable, 'title'> | null {
  const before = invoicedOf(invoices)
  const isLast =
    (amountCents !== null && before.cents + bill.amountCents >= amountCents) ||
    (orderedQuarters !== null && before.quarters + bill.quarters >= orderedQuarters)
  return (
    deliverables.find(
      ({ state, dueOn }) => state !== 'accepted' && (isLast || (dueOn !== null && dueOn <= bill.receivedOn)),
    ) ?? null
  )
}

type Edited = {
  signedOn: Day | null
  endsOn: Day | null
  deliveredOn: Day | null
  orderedQuarters: number | null
  amountCents: number | null
}
type Known = {
  amendments: readonly unknown[]
  deliverables: readonly Pick<Deliverable, 'state'>[]
  invoices: readonly Pick<Invoice, 'quarters' | 'amountCents'>[]
}

/** May the contract be edited so, beside what already rests on it? What amendments add is counted from it. */
export function judgeContractEdit(
  before: Edited,
  after: Edited,
  { amendments, deliverables, invoices }: Known,
): Result<
  null,
  Failure<'contract-amended' | 'contract-unsigned' | 'deliverables-missing' | 'amendment-under-invoiced'>
> {
  if (amendments.length > 0) {
    if (after.orderedQuarters !== before.orderedQuarters) return fail('contract-amended', undefined, 'daysOrdered')
    if (after.amountCents !== before.amountCents) return fail('contract-amended', undefined, 'amount')
    if (after.endsOn !== before.endsOn) return fail('contract-amended', undefined, 'endsOn')
  }
  if (!after.signedOn && amendments.length + invoices.length > 0)
    return fail('contract-unsigned', undefined, 'signedOn')
  const invoiced = invoicedOf(invoices).cents
  if (after.amountCents !== null && after.amountCents < invoiced)
    return fail('amendment-under-invoiced', { invoiced: invoiced / 100 }, 'amount')
  const missing = deliverables.filter(({ state }) => state === 'expected').length
  if (after.deliveredOn && !before.deliveredOn && missing > 0)
    return fail('deliverables-missing', { count: missing }, 'deliveredOn')
  return ok(null)
}

/** The day on which the contract is paid to its end, once its last invoice is; null while something is left. */
export function settledOn(
  amountCents: number | null,
  invoices: readonly Pick<Invoice, 'amountCents' | 'paidOn'>[],
): Day | null {
  if (amountCents === null || invoices.length === 0) return null
  let last: Day | null = null
  let paid = 0
  for (const invoice of invoices) {
    if (!invoice.paidOn) return null
    paid += invoice.amountCents
    if (!last || invoice.paidOn > last) last = invoice.paidOn
  }
  return paid === amountCents ? last : null
}
