import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { object } from '#app/kernel/input.ts'
import { readContent } from './edition-content.ts'
import { fundedAgreements } from './editions.store.server.ts'

/** What a funder pays for with this operator: her agreements, and the last thing that each let her read. */
export const fundedAgreementsPage = defineQuery({
  name: 'funder.agreements',
  input: object({}),
  subject: theOperator,
  allow: actor => actor.kind === 'funder',
  run: async ({ tx, operator, actor }) => {
    const own = actor.kind === 'funder' ? actor.agreementIds : []
    const agreements = await fundedAgreements(tx, operator.id, own)
    return {
      operator: { slug: operator.slug, name: operator.name },
      agreements: agreements.map(({ latest, ...agreement }) => ({
        ...agreement,
        latest: latest && {
          year: latest.year,
          edition: latest.edition,
          publishedAt: latest.publishedAt,
          lede: readContent(latest.content).lede,
        },
      })),
    }
  },
})
