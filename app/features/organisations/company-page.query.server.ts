import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { companyPageInput } from './organisation-input.ts'
import { organisationById } from './organisations.store.server.ts'

/** An organisation beside which the register of companies is looked up. */
export const companyPage = defineQuery({
  name: 'organisation.company',
  input: companyPageInput,
  subject: ({ tx, operator }, { id }) => organisationById(tx, operator.id, id),
  allow: isMember,
  run: async ({ operator }, { cherche }, organisation) => ({
    base: `/o/${operator.slug}/structures`,
    organisation,
    /** Its number finds it alone; without one, its name finds those that it may be. */
    words: cherche ?? organisation.siret ?? organisation.name,
  }),
})
