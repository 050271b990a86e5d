import type { Engineering } from '#app/features/engineerings/engineering.ts'
import { splitByKey } from '#app/kernel/cents.ts'
import type { Day } from '#app/kernel/day.ts'
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

export type OperatorPart = {
  partnerId: string
  slug: string
  name: string
  isLead: boolean
  weight: number
  shareKey: string
  state: ShareState
  answeredOn: Day | null
}
export type FunderPart = { agreementId: string; code: string; funder: string; weight: number }

export type SharePage = {
  operator: string
  engineering: Engineering
  operators: (OperatorPart & Whole)[]
  funders: (FunderPart & Whole)[]
  agreements: { id: string; label: string }[]
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
}
