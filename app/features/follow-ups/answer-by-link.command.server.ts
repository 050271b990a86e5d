import { holdsLink } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { answersFor, isEmpty, isOpen } from './answers.ts'
import { keepVerbatim, lockFollowUp, saveAnswers } from './follow-up-answers.store.server.ts'
import { AnswerByLinkInput } from './follow-up-input.ts'
import { followUpAnswered } from './follow-ups.jobs.ts'
import { answerTracked } from './tracked-answers.store.server.ts'

/** The organisation answers a wave by its personal link. */
export const answerByLink = defineCommand({
  name: 'followUp.answerByLink',
  input: AnswerByLinkInput,
  subject: ({ tx, operator, actor }) =>
    actor.kind === 'contact' ? lockFollowUp(tx, operator.id, actor.link.subjectId) : Promise.resolve(null),
  allow: (actor, followUp) => holdsLink(actor, 'follow_up', followUp.id),
  run: async (ctx, input, followUp) => {
    if (!isOpen(followUp.state)) return fail('follow-up-already-answered')
    const { accompanimentId, wave } = followUp
    const answers = answersFor(wave, input)
    const tracked = { accompanimentId, wave, typed: input.answers, on: ctx.today, me: null }
    if (!(await answerTracked(ctx, tracked)) && isEmpty(answers)) return fail('follow-up-empty')
    await saveAnswers(ctx.tx, followUp, answers, {
      answeredOn: ctx.today,
      channel: 'link',
      respondent: input.respondent,
    })
    if (answers.verbatim && answers.quoteConsent)
      await keepVerbatim(ctx.tx, followUp, { body: answers.verbatim, author: input.respondent, on: ctx.today })
    await refreshNextSteps(ctx.tx, ctx.operator.id, [accompanimentId], ctx.today)
    await ctx.record({
      name: 'follow-up.answered',
      subjectKind: 'follow_up',
      subjectId: followUp.id,
      accompanimentId,
      data: { wave, channel: 'link' },
    })
    await ctx.enqueue(followUpAnswered, { accompanimentId, followUpId: followUp.id }, followUp.id)
    return ok({ wave })
  },
})
