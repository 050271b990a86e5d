import { defineQuery } from '#app/access/query.server.ts'
import { object } from '#app/kernel/input.ts'
import { readContent } from './edition-content.ts'
import { fundedAgreements } from './editions.store.server.ts'

/** What a funder pays for with this operator: her agreements, and the last thing that each let her read. */
export const fundedAgreementsPage = defineQuery({
  name: 'funder.agreements',
  input: object({}),
  subject: async ({ tx, operator, actor }) => {
    const own = actor.kind === 'funder' ? await fundedAgreements(tx, operator.id, actor.agreementIds) : []
    return own.length > 0 ? own : null
  },
  allow: actor => actor.kind === 'funder',
  run: async ({ operator }, _input, agreements) => ({
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
  }),
})
