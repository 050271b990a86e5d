import { email, id, line, object, optional, siret, version } from '#app/kernel/input.ts'

const fields = {
  name: line({ max: 200 }),
  email: optional(email()),
  siret: optional(siret()),
  skills: optional(line({ max: 500 })),
  sectors: optional(line({ max: 500 })),
  territories: optional(line({ max: 500 })),
}

export const CreateProviderInput = object(fields)
export const EditProviderInput = object({ ...fields, providerId: id(), version: version() })

/** The list's address: what is searched for, and which page of it. */
export const providersPerPage = 50
