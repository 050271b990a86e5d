import { isSystem } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { userFacts } from '#app/features/messages/message-facts.store.server.ts'
import { planSend } from '#app/features/messages/sends.store.server.ts'
import { managersOn, notifyOnce } from '#app/features/notifications/notify.store.server.ts'
import { readContent } from '#app/features/reports/edition-content.ts'
import { sourceLabel } from '#app/features/reports/edition-source.ts'
import { editionById } from '#app/features/reports/editions.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { questionTell } from './questions.jobs.ts'
import { lockQuestion } from './questions.store.server.ts'

/** Each manager is told in the product and by e-mail. Repeating it changes nothing. */
export const tellQuestion = defineCommand({
  name: questionTell.name,
  input: questionTell.payload,
  subject: async ({ tx, operator }, { questionId }) => {
    const question = await lockQuestion(tx, operator.id, questionId)
    const edition = question && (await editionById(tx, operator.id, question.editionId))
    return question && edition && { question, edition }
  },
  allow: isSystem,
  run: async (ctx, { questionId }, { question, edition }) => {
    const { tx, operator, now, today } = ctx
    if (question.answeredAt) return ok({ questionId })
    for (const userId of await managersOn(tx, operator.id, today)) {
      const user = await userFacts(tx, userId)
      if (!user) continue
      await notifyOnce(tx, operator.id, now, questionId, {
        userId,
        kind: 'question.asked',
        accompanimentId: null,
        data: {
          number: edition.code,
          recipient: question.askedByName,
          about: sourceLabel(readContent(edition.content), question.about),
        },
        address: `/o/${operator.slug}/rapports/${edition.id}#questions`,
      })
      await planSend(ctx, {
        key: `question.asked:${questionId}:${userId}`,
        message: 'question.asked',
        payload: { questionId, userId },
        recipient: user.email,
        recipientUserId: userId,
        locale: user.locale,
      })
    }
    return ok({ questionId })
  },
})
