import type { CaseHeader, Engineering } from '#app/features/engineerings/engineering.ts'
import type { ListingState } from '#app/features/providers/listing.ts'
import type { CitedReference } from '#app/features/references/reference.ts'
import { withRate } from '#app/kernel/cents.ts'
import type { Day } from '#app/kernel/day.ts'
import type { Brief, ConflictAnswer, Intention } from '#db/schema/consultations.ts'

/** The texts of the terms of reference, in the order in which they are read. */
export const termsTexts = [
  'context',
  'issue',
  'results',
  'phases',
  'deliverables',
  'calendar',
  'skills',
  'contact',
  'publicity',
] as const
export type TermsText = (typeof termsTexts)[number]

export type Terms = Record<TermsText, string | null> & {
  quarters: number | null
  budgetCents: number | null
  /** In hundredths of a percent; the ceiling with VAT is counted from it. */
  vatBasisPoints: number | null
  agreedOn: Day | null
  /** 0 while nothing is stored: what is shown is the draft. */
  version: number
}

/** A line of the scoring grid; `weight` is the most points that it gives. */
export type Criterion = { id: string; label: string; weight: number }

export type Consultation = {
  openedOn: Day
  openedBy: string | null
  deadline: Day
  waiverReason: string | null
  waiverDocument: string | null
  decidedOn: Day | null
  chosenOfferId: string | null
  preferredOfferId: string | null
  conflict: ConflictAnswer | null
  conflictNote: string | null
  justification: string | null
  version: number
}

export type Invitation = {
  id: string
  providerId: string
  provider: string
  sentOn: Day
  intention: Intention | null
  intentionOn: Day | null
}

export type Offer = {
  id: string
  providerId: string
  provider: string
  email: string | null
  receivedOn: Day
  quarters: number
  amountCents: number
  note: string | null
  /** By its provider, by link, with the document that it gave. */
  isDeposited: boolean
  file: { id: string; name: string; size: number } | null
  version: number
}

/** What a provider reads behind its link: what it was sent, and its own answer. */
export type Bid = {
  operator: string
  invitationId: string
  brief: Brief
  deadline: Day
  /** Nobody answers any more: the deadline has passed, or it was decided. */
  isOver: boolean
  intention: Intention | null
  offer: Pick<Offer, 'receivedOn' | 'quarters' | 'amountCents' | 'note'> | null
  file: { name: string; size: number } | null
}

export type Score = { offerId: string; criterionId: string; scorer: 'organisation' | 'practitioner'; points: number }

/** What a letter about this consultation became. */
export type Told = { recipient: string; sentAt: string | null; state: string }

export type TermsPage = {
  operator: string
  engineering: Engineering
  cases: CaseHeader[]
  terms: Terms
  criteria: (Omit<Criterion, 'id'> & { id: string | null })[]
  isDraft: boolean
  isOpen: boolean
}

export type ProviderToAsk = { id: string; name: string; email: string | null; listing: ListingState }

export type ConsultationPage = {
  operator: string
  today: Day
  engineering: Engineering
  terms: Terms | null
  criteria: Criterion[]
  consultation: Consultation | null
  invitations: Invitation[]
  offers: Offer[]
  scores: Score[]
  providers: ProviderToAsk[]
  /** What each of them may show of its finished missions. */
  references: CitedReference[]
  told: Told[]
}

type Ceiling = { budgetCents: number | null; vatBasisPoints?: number | null }

/** The ceiling with VAT, to the cent; null while the ceiling or the rate is not known. */
export const budgetWithVat = ({ budgetCents, vatBasisPoints }: Ceiling): number | null =>
  budgetCents === null || vatBasisPoints === null || vatBasisPoints === undefined
    ? null
    : withRate(budgetCents, vatBasisPoints)

/** The terms of reference by field of their form: for their history, and for the one who lost a race. */
export function termsValues(terms: Omit<Terms, 'version'>): Record<string, string | number | null> {
  return {
    ...Object.fromEntries(termsTexts.map(name => [name, terms[name]])),
    days: terms.quarters === null ? null : terms.quarters / 4,
    budget: terms.budgetCents === null ? null : terms.budgetCents / 100,
    vat: terms.vatBasisPoints === null ? null : terms.vatBasisPoints / 100,
    agreedOn: terms.agreedOn,
  }
}
