import { checkbox, choice, day, id, integer, line, object, optional, text } from '#app/kernel/input.ts'
import { audiences, pieceKinds } from './piece-kinds.ts'

const consent = {
  personName: line({ max: 120 }),
  audience: choice(audiences),
  givenOn: day(),
  /** How it is known: a signed form, a mail, said in a meeting. */
  evidence: line({ max: 300 }),
}

export const AddTestimonyInput = object({
  number: line({ max: 20 }),
  kind: choice(pieceKinds),
  body: text({ max: 6_000 }),
  author: optional(line({ max: 160 })),
  collectedOn: day(),
  method: optional(line({ max: 300 })),
  limits: optional(text({ max: 1_000 })),
  /** The person agreed: her consent is written below. */
  hasConsent: checkbox(),
  personName: optional(consent.personName),
  audience: optional(consent.audience),
  givenOn: optional(consent.givenOn),
  evidence: optional(consent.evidence),
})
export const GiveConsentInput = object({ pieceId: id(), ...consent })
export const WithdrawConsentInput = object({ consentId: id() })
export const TestimonyListInput = object({
  audience: optional(choice(audiences)),
  numero: optional(line({ max: 20 })),
  page: optional(integer({ min: 1, max: 10_000 })),
})
