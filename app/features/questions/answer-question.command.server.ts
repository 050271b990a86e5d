import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { userFacts } from '#app/features/messages/message-facts.store.server.ts'
import { planSend } from '#app/features/messages/sends.store.server.ts'
import { managersOn, settleNotices } from '#app/features/notifications/notify.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { AnswerQuestionInput } from './question-input.ts'
import { lockQuestion, writeAnswer } from './questions.store.server.ts'

/** The operator's answer, once: whoever asked is told, and every reader of the agreement sees it. */
export const answerQuestion = defineCommand({
  name: 'question.answer',
  input: AnswerQuestionInput,
  subject: ({ tx, operator }, { questionId }) => lockQuestion(tx, operator.id, questionId),
  allow: isManager,
  run: async (ctx, { questionId, answer }, { answeredAt, askedBy, editionId, about }) => {
    const { tx, operator, actor, now, today, record } = ctx
    if (answeredAt) return fail('question-already-answered')
    const author = actor.kind === 'member' ? await userFacts(tx, actor.userId) : null
    await writeAnswer(tx, operator.id, questionId, { answer, answeredByName: author?.name ?? '', answeredAt: now })
    const told = await managersOn(tx, operator.id, today)
    await settleNotices(tx, operator.id, now, { kind: 'question.asked', about: questionId, told })
    const asker = await userFacts(tx, askedBy)
    if (asker)
      await planSend(ctx, {
        key: `question.answered:${questionId}`,
        message: 'question.answered',
        payload: { questionId, userId: askedBy },
        recipient: asker.email,
        recipientUserId: askedBy,
        locale: asker.locale,
      })
    await record({
      name: 'question.answered',
      subjectKind: 'question',
      subjectId: questionId,
      data: { editionId, about, answer },
    })
    return ok({ questionId, editionId })
  },
})
