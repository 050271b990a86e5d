import { optionalFile } from '#app/features/files/file-input.ts'
import {
  cents,
  choice,
  day,
  decimal,
  id,
  integer,
  line,
  list,
  object,
  optional,
  optionalDay,
  optionalText,
  quarterDays,
  text,
  version,
} from '#app/kernel/input.ts'

const fromCase = { number: optional(line({ max: 20 })), engineeringId: id() }
const long = () => optionalText({ max: 20_000 })

/** A line whose label is emptied is taken away. */
const criterion = object({
  id: optional(id()),
  label: optional(line({ max: 200 })),
  weight: optional(integer({ min: 1, max: 100 })),
})

export const ConsultationAddress = object(fromCase)
export const TermsInput = object({
  ...fromCase,
  version: version(),
  context: long(),
  issue: long(),
  results: long(),
  phases: long(),
  deliverables: long(),
  days: optional(quarterDays({ min: 0, max: 4_000 })),
  budget: optional(cents({ min: 0, max: 100_000_000_00 })),
  vat: optional(decimal({ min: 0, max: 100, scale: 2 })),
  calendar: long(),
  skills: long(),
  contact: optionalText({ max: 2_000 }),
  publicity: optionalText({ max: 2_000 }),
  agreedOn: optionalDay(),
  criteria: list(criterion, { max: 12 }),
})
export const OpenConsultationInput = object({
  ...fromCase,
  providerIds: list(id(), { max: 30 }),
  deadline: day(),
  waiverReason: optionalText({ max: 2_000 }),
  waiverDocument: optional(line({ max: 300 })),
})
export const IntentionInput = object({ ...fromCase, invitationId: id(), intention: choice(['yes', 'no']) })
export const OfferInput = object({
  ...fromCase,
  providerId: id(),
  receivedOn: day(),
  days: quarterDays({ min: 1, max: 4_000 }),
  amount: cents({ min: 0, max: 100_000_000_00 }),
  note: optionalText({ max: 5_000 }),
})
const points = () => optional(integer({ min: 0, max: 100 }))
export const ScoresInput = object({
  ...fromCase,
  version: version(),
  scores: list(object({ offerId: id(), criterionId: id(), organisation: points(), practitioner: points() }), {
    max: 400,
  }),
})
export const DecisionInput = object({
  ...fromCase,
  version: version(),
  chosenOfferId: id(),
  preferredOfferId: optional(id()),
  decidedOn: day(),
  justification: text({ max: 10_000 }),
  conflict: choice(['none', 'declared']),
  conflictNote: optionalText({ max: 2_000 }),
})

/** By the provider's link: the file is what the server found of it. */
export const BidInput = object({
  days: quarterDays({ min: 1, max: 4_000 }),
  amount: cents({ min: 0, max: 100_000_000_00 }),
  note: optionalText({ max: 5_000 }),
  ...optionalFile(),
})
export const BidIntentionInput = object({ intention: choice(['yes', 'no']) })
export const OfferFileInput = object({ ...fromCase, offerId: id() })
