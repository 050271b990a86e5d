import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { CohortsAddress, cohortsPerPage } from './engineering-input.ts'
import { collectiveEngineerings, countCollective } from './engineerings.store.server.ts'

/** The operator's collective engineerings. */
export const cohortsPage = defineQuery({
  name: 'engineering.cohorts',
  input: CohortsAddress,
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator }, { page }) => {
    const current = page ?? 1
    const total = await countCollective(tx, operator.id)
    const offset = (current - 1) * cohortsPerPage
    const cohorts = await collectiveEngineerings(tx, operator.id, { limit: cohortsPerPage, offset })
    return { operator: operator.slug, page: current, perPage: cohortsPerPage, total, cohorts }
  },
})
