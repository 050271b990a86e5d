import {
  checkbox,
  choice,
  commune,
  day,
  email,
  id,
  integer,
  line,
  list,
  object,
  optional,
  optionalDay,
  rna,
  siret,
  version,
  yesNo,
} from '#app/kernel/input.ts'
import { companyFields } from './company.ts'
import { legalForms } from './legal-forms.ts'
import { mergeFields } from './merge.ts'

const identity = {
  name: line({ max: 200 }),
  // Checked by the command: a number that fails its check is named, and may be kept as a draft.
  siret: optional(line({ max: 40 })),
  rna: optional(line({ max: 40 })),
  legalForm: optional(choice(legalForms)),
  foundedOn: optionalDay(),
  /** Its name, its postcode or its code: `placeTyped`. */
  commune: optional(line({ max: 120 })),
  sector: optional(line({ max: 120 })),
  employer: optional(yesNo()),
  qpv: optional(yesNo()),
  frr: optional(yesNo()),
  email: optional(email()),
  phone: optional(line({ max: 40 })),
  /** Keep the numbers that do not pass their check, to be corrected later. */
  keepDraft: checkbox(),
}

/** What the register of companies answered, as the page showed it. */
const found = {
  name: optional(line({ max: 200 })),
  siret: optional(siret()),
  rna: optional(rna()),
  legalForm: optional(choice(legalForms)),
  foundedOn: optionalDay(),
  commune: optional(commune()),
  employer: optional(yesNo()),
}

export const createOrganisationInput = object({
  ...identity,
  found: optional(object(found)),
  /** She has seen those that it may be, and it is none of them. */
  isAnother: checkbox(),
})
export const fillIdentityInput = object({
  id: id(),
  version: version(),
  fields: list(choice(companyFields), { max: companyFields.length, min: 1 }),
  found: object(found),
})
export const companyPageInput = object({ id: id(), cherche: optional(line({ max: 120 })) })
export const updateOrganisationInput = object({ ...identity, id: id(), version: version() })
export const organisationListInput = object({
  texte: optional(line({ max: 120 })),
  page: optional(integer({ min: 1, max: 10_000 })),
})
export const organisationPageInput = object({
  id: id(),
  modifier: optional(choice(['1'])),
  personne: optional(line({ max: 40 })),
  etablissement: optional(line({ max: 40 })),
  label: optional(line({ max: 40 })),
  place: optional(choice(['nouvelle'])),
  ecart: optional(choice(['modifier'])),
})

const personFunctions = ['leader', 'governance', 'employee', 'volunteer', 'other'] as const
const person = {
  name: line({ max: 120 }),
  email: optional(email()),
  phone: optional(line({ max: 40 })),
  role: optional(line({ max: 120 })),
  function: choice(personFunctions),
  fromOn: optionalDay(),
  toOn: optionalDay(),
}
export const addPersonInput = object({ ...person, id: id() })
export const forgetPersonInput = object({ id: id(), personId: id(), version: version(), isAsked: checkbox() })
export const updatePersonInput = object({ ...person, id: id(), personId: id(), version: version() })

const establishment = {
  id: id(),
  name: line({ max: 200 }),
  siret: optional(siret()),
  commune: optional(line({ max: 120 })),
  openedOn: optionalDay(),
  closedOn: optionalDay(),
}
export const addEstablishmentInput = object(establishment)
export const updateEstablishmentInput = object({ ...establishment, establishmentId: id(), version: version() })

const label = {
  id: id(),
  name: line({ max: 120 }),
  source: line({ max: 200 }),
  grantedOn: day(),
  endsOn: optionalDay(),
}
export const addLabelInput = object(label)
export const updateLabelInput = object({ ...label, labelId: id(), version: version() })

export const mergePageInput = object({
  id: id(),
  /** The sheet that would be absorbed. */
  autre: optional(id()),
  texte: optional(line({ max: 120 })),
})

export const mergeInput = object({
  id: id(),
  version: version(),
  otherId: id(),
  otherVersion: version(),
  fromOther: list(choice(mergeFields), { max: mergeFields.length }),
})
export const undoMergeInput = object({ id: id(), mergeId: id() })
