import { publicUrl } from '#app/env.server.ts'
import { id, object } from '#app/kernel/input.ts'
import { letter, wordsOf } from './member.message.server.ts'
import { hasGrant, questionFacts } from './message-facts.store.server.ts'
import { defineWriter, type Writing } from './writing.message.server.ts'

const payload = object({ questionId: id(), userId: id() })
type Ids = { questionId: string; userId: string }

const factsOf = ({ tx, operator }: Writing, { questionId }: Ids) =>
  questionFacts(tx, { operatorId: operator.id, id: questionId })

/** Tells a manager that a funder asks; not when somebody has answered meanwhile. */
export const questionAsked = defineWriter({
  payload,
  stopped: async (writing, ids) => {
    const question = await factsOf(writing, ids)
    if (!question) return 'gone'
    if (question.answeredAt) return 'answered'
    const { tx, operator, today } = writing
    return (await hasGrant(tx, operator.id, { userId: ids.userId, today })) ? null : 'revoked'
  },
  write: async (writing, ids) => {
    const question = await factsOf(writing, ids)
    if (!question) return null
    const t = wordsOf(writing)
    const { year, agreement, askedByName: name, editionId } = question
    const names = { name, year: String(year), agreement }
    return letter(writing, ids.userId, {
      subject: t('questionAsked.subject', names),
      preview: t('questionAsked.preview'),
      paragraphs: [t('questionAsked.body', names)],
      action: {
        label: t('questionAsked.action'),
        address: `${publicUrl()}/o/${writing.operator.slug}/rapports/${editionId}#questions`,
      },
    })
  },
})

/** Tells whoever asked that there is an answer, as long as she may read it. */
export const questionAnswered = defineWriter({
  payload,
  stopped: async (writing, ids) => {
    const question = await factsOf(writing, ids)
    if (!question?.answeredAt) return 'gone'
    const { tx, operator, today } = writing
    const reach = { userId: ids.userId, subjectId: question.agreementId, today }
    return (await hasGrant(tx, operator.id, reach)) ? null : 'revoked'
  },
  write: async (writing, ids) => {
    const question = await factsOf(writing, ids)
    if (!question) return null
    const t = wordsOf(writing)
    const { year, agreement, editionId, about } = question
    const names = { operator: writing.operator.name, year: String(year), agreement }
    return letter(writing, ids.userId, {
      subject: t('questionAnswered.subject', names),
      preview: t('questionAnswered.preview'),
      paragraphs: [t('questionAnswered.body', names)],
      action: {
        label: t('questionAnswered.action'),
        address: `${publicUrl()}/financeur/${writing.operator.slug}/editions/${editionId}/origine/${about}#questions`,
      },
    })
  },
})
