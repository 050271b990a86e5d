import { paysFor } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { questionsOf } from '#app/features/questions/questions.store.server.ts'
import { id, integer, object, optional } from '#app/kernel/input.ts'
import { readContent } from './edition-content.ts'
import { fundedAgreements, publishedOf } from './editions.store.server.ts'

/** The published editions of one agreement, and the one that is read: the latest of the latest year unless chosen. */
export const fundedAgreementPage = defineQuery({
  name: 'funder.agreement',
  input: object({ agreementId: id(), annee: optional(integer({ min: 2000, max: 2100 })), edition: optional(id()) }),
  subject: async ({ tx, operator }, { agreementId }) =>
    (await fundedAgreements(tx, operator.id, [agreementId]))[0] ?? null,
  allow: (actor, agreement) => paysFor(actor, agreement.id),
  run: async ({ tx, operator }, { agreementId, annee, edition }, { latest: _latest, ...agreement }) => {
    const published = await publishedOf(tx, operator.id, agreementId)
    const chosen = edition
      ? published.find(({ id }) => id === edition)
      : published.find(row => !annee || row.year === annee)
    return {
      operator: { slug: operator.slug, name: operator.name },
      agreement,
      editions: published.map(({ content: _content, ...line }) => line),
      shown: chosen
        ? {
            id: chosen.id,
            year: chosen.year,
            edition: chosen.edition,
            publishedAt: chosen.publishedAt,
            content: readContent(chosen.content),
            questions: await questionsOf(tx, operator.id, chosen.id),
          }
        : null,
    }
  },
})
