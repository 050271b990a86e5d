import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { gatherFeedback } from '#app/features/feedback/feedback.store.server.ts'
import { day, id, line, object } from '#app/kernel/input.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { actionsAsked, readReview } from './action-reviews.store.server.ts'
import { isPlanReviewed } from './action-reviews.ts'
import { answersFor, isEmpty, isOpen } from './answers.ts'
import { lockFollowUp, saveAnswers } from './follow-up-answers.store.server.ts'
import { followUpAnswers } from './follow-up-input.ts'
import { decideQuote } from './quotes.store.server.ts'
import { beginResponse, keepResponse, makeReference, responsesFor } from './responses.store.server.ts'
import { answerTracked } from './tracked-answers.store.server.ts'

/** The practitioner writes down what the organisation answered by telephone; counted apart from answers by link. */
export const recordByPhone = defineCommand({
  name: 'followUp.recordByPhone',
  input: object({ ...followUpAnswers, followUpId: id(), number: line({ max: 40 }), answeredOn: day() }),
  subject: ({ tx, operator }, input) => lockFollowUp(tx, operator.id, input.followUpId),
  allow: isMember,
  run: async (ctx, { followUpId: _id, number: _number, answeredOn, ...input }, followUp) => {
    if (!isOpen(followUp.state)) return fail('follow-up-already-answered')
    if (answeredOn > ctx.today) return fail('answered-in-the-future', undefined, 'answeredOn')
    const { accompanimentId, wave } = followUp
    const answers = answersFor(wave, input)
    const me = ctx.actor.kind === 'member' ? ctx.actor.userId : null
    const tracked = { accompanimentId, wave, typed: input.answers, on: answeredOn, me }
    const actions = isPlanReviewed(wave, input.standing) ? await actionsAsked(ctx.tx, ctx.operator.id, followUp) : []
    const reviews = readReview(actions, input)
    const isTracked = await answerTracked(ctx, tracked)
    if (!isTracked && reviews.length === 0 && isEmpty(answers)) return fail('follow-up-empty')
    const response =
      (await responsesFor(ctx.tx, ctx.operator.id, followUp.id, { channel: 'phone', personId: null })).own ??
      (await beginResponse(ctx.tx, followUp, { channel: 'phone', personId: null }))
    await keepResponse(ctx.tx, response, { answers: { ...input }, respondent: input.respondent, sentOn: answeredOn })
    await makeReference(ctx.tx, response)
    await saveAnswers(ctx.tx, followUp, answers, {
      answeredOn,
      channel: 'phone',
      respondent: input.respondent,
      reviews,
    })
    if (answers.verbatim && answers.quoteAudience) {
      const decision = { body: answers.verbatim, audience: answers.quoteAudience, author: input.respondent }
      await decideQuote({ ...ctx, today: answeredOn }, { ...response, isReference: true }, decision)
    }
    await gatherFeedback(ctx.tx, ctx.operator.id, accompanimentId)
    await refreshNextSteps(ctx.tx, ctx.operator.id, [accompanimentId], ctx.today)
    await ctx.record({
      name: 'follow-up.answered',
      subjectKind: 'follow_up',
      subjectId: followUp.id,
      accompanimentId,
      data: { wave, channel: 'phone' },
      happenedOn: answeredOn,
    })
    return ok({ wave })
  },
})
