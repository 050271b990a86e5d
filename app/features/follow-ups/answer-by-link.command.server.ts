import type { z } from 'zod'
import { holdsLink } from '#app/access/actor.ts'
import { type CommandContext, defineCommand } from '#app/access/command.server.ts'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import { readAnswers } from '#app/features/steps/record-answers.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { actionsAsked, readReview } from './action-reviews.store.server.ts'
import { isPlanReviewed } from './action-reviews.ts'
import { answersFor, isEmpty, isOpen } from './answers.ts'
import { askedOf, type FollowUpRow, lockFollowUp, saveAnswers } from './follow-up-answers.store.server.ts'
import { AnswerByLinkInput } from './follow-up-input.ts'
import { followUpAnswered } from './follow-ups.jobs.ts'
import { decideQuote, keepWithdrawable } from './quotes.store.server.ts'
import { mayAnswer } from './respondents.ts'
import { wholeResponse } from './response-pages.ts'
import { beginResponse, keepResponse, makeReference, responsesFor } from './responses.store.server.ts'
import { trackedQuestions } from './tracked.ts'
import { answerTracked } from './tracked-answers.store.server.ts'

/**
 * The organisation answers a wave by its personal link: what it sends now, and what it kept page by page. The wave holds
 * what the first of its people answered; what the others answer stays beside it, until the practitioner chooses another.
 */
export const answerByLink = defineCommand({
  name: 'followUp.answerByLink',
  input: AnswerByLinkInput,
  subject: ({ tx, operator, actor }) =>
    actor.kind === 'contact' ? lockFollowUp(tx, operator.id, actor.link.subjectId) : Promise.resolve(null),
  allow: (actor, followUp) => holdsLink(actor, 'follow_up', followUp.id),
  run: async (ctx, input, followUp) => {
    const { tx, operator, actor, today } = ctx
    const link = actor.kind === 'contact' ? actor.link : null
    const who = { channel: 'link' as const, personId: link?.personId ?? null }
    const known = await responsesFor(tx, operator.id, followUp.id, who)
    if (!mayAnswer(followUp.state, { ...known, ...who })) return fail('follow-up-already-answered')
    const response = known.own ?? (await beginResponse(tx, followUp, who))
    const isFirst = isOpen(followUp.state)
    const { accompanimentId, wave } = followUp
    const sent = AnswerByLinkInput.parse(wholeResponse(response.answers, input))
    const respondent = sent.respondent ?? response.respondent
    const answers = answersFor(wave, sent)
    const isTracked = isFirst
      ? await answerTracked(ctx, { accompanimentId, wave, typed: sent.answers, on: today, me: null })
      : await isTypedWell(ctx, followUp, sent.answers)
    const reviews = await reviewsSent(ctx, followUp, sent)
    if (!isTracked && reviews.length === 0 && isEmpty(answers)) return fail('follow-up-empty')
    await keepResponse(tx, response, { answers: { ...sent }, respondent, sentOn: today })
    if (isFirst) {
      await makeReference(tx, response)
      await saveAnswers(tx, followUp, answers, { answeredOn: today, channel: 'link', respondent, reviews })
    }
    if (answers.verbatim && answers.quoteAudience) {
      const decision = { body: answers.verbatim, audience: answers.quoteAudience, author: respondent }
      await decideQuote(ctx, { ...response, isReference: isFirst }, decision)
      if (link) await keepWithdrawable(ctx, link)
    }
    await refreshNextSteps(tx, operator.id, [accompanimentId], today)
    await ctx.record({
      name: 'follow-up.answered',
      subjectKind: 'follow_up',
      subjectId: followUp.id,
      accompanimentId,
      data: { wave, channel: 'link' },
    })
    await ctx.enqueue(followUpAnswered, { accompanimentId, followUpId: followUp.id }, response.id)
    return ok({ wave })
  },
})

/** Of somebody who is not the reference, the programme's questions are read as strictly, and stay in her own response. */
async function isTypedWell({ tx, operator }: CommandContext, followUp: FollowUpRow, typed: Record<string, unknown>) {
  const { definition } = await askedOf(tx, operator.id, followUp.accompanimentId)
  readAnswers(trackedQuestions(definition), typed)
  return Object.values(typed).some(value => value !== '' && value !== null)
}

/** What is said of the plan; of an organisation that closed or merged, nothing is asked. */
async function reviewsSent(
  { tx, operator }: CommandContext,
  followUp: FollowUpRow,
  sent: Pick<z.infer<typeof AnswerByLinkInput>, 'standing' | 'actions' | 'actionWords'>,
) {
  if (!isPlanReviewed(followUp.wave, sent.standing)) return []
  return readReview(await actionsAsked(tx, operator.id, followUp), sent)
}
