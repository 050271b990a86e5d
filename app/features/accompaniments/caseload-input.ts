import { networkStatusValues } from '#app/features/network/network-status.ts'
import { phases, publics, trades } from '#app/features/typology/typology.ts'
import { checkbox, choice, id, integer, line, object, optional, optionalDay } from '#app/kernel/input.ts'
import { sortChoices, views } from './caseload-filter.ts'

const filters = {
  texte: optional(line({ max: 120 })),
  etat: optional(line({ max: 60 })),
  dispositif: optional(line({ max: 80 })),
  charge: optional(line({ max: 40 })),
  retard: optional(choice(['1'])),
  convention: optional(line({ max: 40 })),
  departement: optional(line({ max: 3 })),
  territoire: optional(line({ max: 40 })),
  metier: optional(choice(trades)),
  public: optional(choice(publics)),
  moment: optional(choice(phases)),
  reseau: optional(choice(networkStatusValues)),
  /** The request was received in this period. */
  du: optionalDay(),
  au: optionalDay(),
  tri: optional(choice(sortChoices)),
  vue: optional(choice(views)),
}

export const caseListInput = object({ ...filters, page: optional(integer({ min: 1, max: 10_000 })) })

/** What an address of the caseload may hold, to be kept under a name. */
export const keptSearchInput = object(filters)
export const saveFilterInput = object({
  name: line({ max: 60 }),
  search: line({ max: 1000 }),
  shared: checkbox(),
})
export const removeFilterInput = object({ filterId: id() })
