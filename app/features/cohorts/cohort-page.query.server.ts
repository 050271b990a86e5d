import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { engineeringOfCase } from '#app/features/engineerings/engineerings.store.server.ts'
import type { CohortPage } from './cohort.ts'
import { CohortAddress } from './cohort-input.ts'
import { limitsOf, otherCohorts } from './cohorts.store.server.ts'

/** A collective engineering as a group: what the method advises, and where each member is. */
export const cohortPage = defineQuery({
  name: 'cohort.page',
  input: CohortAddress,
  subject: async ({ tx, operator }, { engineeringId, number }) => {
    const engineering = await engineeringOfCase(tx, operator.id, { engineeringId, number })
    return engineering?.kind === 'collective' ? engineering : null
  },
  allow: isMember,
  run: async ({ tx, operator, today }, { engineeringId }, engineering): Promise<CohortPage> => {
    const { cohort, known, limits } = await limitsOf(tx, operator.id, engineering, today)
    const others = await otherCohorts(tx, operator.id, engineeringId)
    return { operator: operator.slug, today, engineering, cohort, others, members: known, limits }
  },
})
