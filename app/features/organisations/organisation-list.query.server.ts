import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { organisationListInput } from './organisation-input.ts'
import { searchOrganisations } from './organisations.store.server.ts'

const organisationsPerPage = 25

export const organisationList = defineQuery({
  name: 'organisation.list',
  input: organisationListInput,
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator }, { texte, page }) => {
    const current = page ?? 1
    const found = await searchOrganisations(tx, operator.id, texte, {
      limit: organisationsPerPage,
      offset: (current - 1) * organisationsPerPage,
    })
    return {
      text: texte,
      page: current,
      perPage: organisationsPerPage,
      total: found[0]?.total ?? 0,
      organisations: found.map(({ total: _total, ...row }) => row),
    }
  },
})
