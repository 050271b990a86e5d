import { isManager, isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { questionsOf } from '#app/features/questions/questions.store.server.ts'
import { readContent } from './edition-content.ts'
import { editionById } from './editions.store.server.ts'
import { EditionInput } from './report-input.ts'

/** One edition as its operator reads it, before and after its publication. */
export const editionPage = defineQuery({
  name: 'edition.page',
  input: EditionInput,
  subject: ({ tx, operator }, { editionId }) => editionById(tx, operator.id, editionId),
  allow: isMember,
  run: async ({ tx, operator, actor }, _input, { content, ...edition }) => ({
    operator: operator.slug,
    canPublish: isManager(actor),
    edition,
    content: content === null ? null : readContent(content),
    questions: await questionsOf(tx, operator.id, edition.id),
  }),
})
