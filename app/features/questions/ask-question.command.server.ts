import { paysFor } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { userFacts } from '#app/features/messages/message-facts.store.server.ts'
import { readContent } from '#app/features/reports/edition-content.ts'
import { editionSource } from '#app/features/reports/edition-source.ts'
import { editionForDownload } from '#app/features/reports/editions.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { AskQuestionInput } from './question-input.ts'
import { questionTell } from './questions.jobs.ts'
import { insertQuestion } from './questions.store.server.ts'

/** A funder asks about one figure or one quotation of an edition that she reads. Her own words, never changed since. */
export const askQuestion = defineCommand({
  name: 'question.ask',
  input: AskQuestionInput,
  subject: async ({ tx, operator }, { editionId, about }) => {
    const edition = await editionForDownload(tx, operator.id, editionId)
    if (!edition || edition.content === null) return null
    return editionSource(readContent(edition.content), about) && edition
  },
  allow: (actor, { agreementId, isPublished }) => isPublished && paysFor(actor, agreementId),
  run: async ({ tx, operator, actor, now, record, enqueue }, { editionId, about, body }, { agreementId }) => {
    const askedBy = actor.kind === 'funder' ? actor.userId : ''
    const askedByName = (await userFacts(tx, askedBy))?.name ?? ''
    const asked = { editionId, agreementId, about, body, askedBy, askedByName, askedAt: now }
    const questionId = await insertQuestion(tx, operator.id, asked)
    await enqueue(questionTell, { questionId }, questionId)
    await record({
      name: 'question.asked',
      subjectKind: 'question',
      subjectId: questionId,
      data: { editionId, about, body },
    })
    return ok({ questionId, editionId, about })
  },
})
