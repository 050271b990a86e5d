import type { Engineering } from '#app/features/engineerings/engineering.ts'
import type { MissionReference } from '#app/features/references/reference.ts'
import type { Day } from '#app/kernel/day.ts'
import type { DeliverableState, Sharing } from '#db/schema/contracts.ts'
import type { MissingPart } from './clauses.ts'

export type Amendment = {
  id: string
  rank: number
  signedOn: Day
  quartersAdded: number
  centsAdded: number
  endsOnBefore: Day | null
  endsOn: Day | null
  reason: string
}

export type Deliverable = {
  id: string
  engineeringId: string
  title: string
  dueOn: Day | null
  state: DeliverableState
  submittedOn: Day | null
  address: string | null
  note: string | null
  remark: string | null
  acceptedOn: Day | null
  acceptedBy: string | null
  sharing: Sharing | null
  /** The document that was handed over with it. */
  file: { name: string; size: number } | null
  version: number
}

export type Invoice = {
  id: string
  engineeringId: string
  reference: string
  receivedOn: Day
  quarters: number
  amountCents: number
  paidOn: Day | null
  paymentProof: string | null
  version: number
}

/** What an agreement has paid of its part of a contract. */
export type Transfer = {
  id: string
  agreementId: string
  label: string
  paidOn: Day
  amountCents: number
  reference: string
  /** Why it goes beyond what was due. */
  overReason: string | null
}

export type ContractPage = {
  operator: string
  today: Day
  engineering: Engineering
  heldQuarters: number
  amendments: Amendment[]
  deliverables: Deliverable[]
  invoices: Invoice[]
  /** What each organisation lets the provider cite; empty while no provider is known. */
  references: MissionReference[]
  /** Which agreement pays which part, by the key. */
  funders: { agreementId: string; label: string; weight: number }[]
  /** What the document of the contract still needs. */
  missing: MissingPart[]
  /** What the funders have paid, the latest first. */
  transfers: Transfer[]
}

export const sharings = ['private', 'organisation', 'operator', 'committee', 'funder', 'public'] as const

/** An address that a browser may open: nothing else becomes a link. */
export const isWebAddress = (text: string): boolean => /^https?:\/\/\S+$/i.test(text)
