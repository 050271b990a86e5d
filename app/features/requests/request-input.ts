import { legalForms } from '#app/features/organisations/legal-forms.ts'
import {
  checkbox,
  choice,
  email,
  id,
  integer,
  line,
  list,
  object,
  optional,
  optionalDay,
  optionalText,
  text,
  version,
} from '#app/kernel/input.ts'
import { declineReasons, requesters } from './request-rules.ts'

/** What the person writes. Only her address is needed to keep a draft: it is how she comes back to it. */
const written = {
  organisationName: optional(line({ max: 200 })),
  // Checked when it is sent: a draft keeps what was typed.
  siret: optional(line({ max: 40 })),
  rna: optional(line({ max: 40 })),
  legalForm: optional(choice(legalForms)),
  place: optional(line({ max: 120 })),
  employees: optional(integer({ min: 0, max: 100_000 })),
  personName: optional(line({ max: 120 })),
  personRole: optional(line({ max: 120 })),
  requester: optional(choice(requesters)),
  phone: optional(line({ max: 40 })),
  boardAgreementOn: optionalDay(),
  prescriber: optional(line({ max: 200 })),
  motive: optionalText({ max: 5000 }),
  urgent: checkbox(),
  noticeGiven: checkbox(),
  /** The button that was pressed. */
  intent: choice(['save', 'send']),
}

export const writeRequestInput = object({
  ...written,
  // Asked for by the command, with all the rest that is missing: she corrects once.
  email: optional(email()),
  /** Shown to nobody: what fills it is a program. */
  website: optionalText({ max: 5000 }),
  /** That of the page, which the letters will be in. */
  locale: choice(['fr', 'en']),
})
export const continueRequestInput = object({ ...written, version: version() })

export const requestPageInput = object({ requestId: id(), texte: optional(line({ max: 120 })) })
export const requestListInput = object({
  etat: optional(choice(['accepted', 'declined'])),
  page: optional(integer({ min: 1, max: 10_000 })),
})

export const acceptRequestInput = object({
  requestId: id(),
  version: version(),
  /** One that is known, or `new`. */
  organisation: line({ max: 40 }),
  /** Those that it may be, and that she was shown. */
  seen: list(id(), { max: 40 }),
  /** Its name, its postcode or its code: `placeTyped`. */
  commune: optional(line({ max: 120 })),
  programme: line({ max: 80 }),
  practitionerId: optional(id()),
})
export const declineRequestInput = object({
  requestId: id(),
  version: version(),
  declineReason: choice(declineReasons),
  answer: optionalText({ max: 2000 }),
})

export const setIntakeFormInput = object({
  open: checkbox(),
  welcome: optionalText({ max: 1000 }),
  origins: optional(text({ max: 4000 })),
})
