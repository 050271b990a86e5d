import { paysFor } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { readContent } from '#app/features/reports/edition-content.ts'
import { editionSource } from '#app/features/reports/edition-source.ts'
import { editionForDownload } from '#app/features/reports/editions.store.server.ts'
import { SourceInput } from './question-input.ts'
import { questionsOf } from './questions.store.server.ts'

/**
 * Where a figure or a quotation of a published edition comes from, as far as its funder may know: what was frozen, which
 * is masked already, and never the cases.
 */
export const editionSourcePage = defineQuery({
  name: 'funder.source',
  input: SourceInput,
  subject: async ({ tx, operator }, { editionId, about }) => {
    const edition = await editionForDownload(tx, operator.id, editionId)
    if (!edition || edition.content === null) return null
    const content = readContent(edition.content)
    const source = editionSource(content, about)
    return source && { ...edition, content, source }
  },
  allow: (actor, { agreementId, isPublished }) => isPublished && paysFor(actor, agreementId),
  run: async ({ tx, operator }, { editionId, about }, { agreementId, content, source }) => {
    const { locale, agreement, year, edition, period, builtOn } = content
    return {
      operator: { slug: operator.slug, name: operator.name },
      agreementId,
      editionId,
      about,
      locale,
      frozen: { code: agreement.code, year, edition, period, builtOn },
      source,
      questions: await questionsOf(tx, operator.id, editionId, about),
    }
  },
})
