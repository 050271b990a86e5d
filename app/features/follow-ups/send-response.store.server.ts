import type { z } from 'zod'
import { refreshNextSteps } from '#app/features/accompaniments/next-step.store.server.ts'
import type { Recording } from '#app/features/history/history.store.server.ts'
import { readAnswers } from '#app/features/steps/record-answers.store.server.ts'
import type { Day } from '#app/kernel/day.ts'
import { actionsAsked, readReview } from './action-reviews.store.server.ts'
import { isPlanReviewed } from './action-reviews.ts'
import { type Answers, answersFor, isEmpty, isOpen } from './answers.ts'
import { askedOf, type FollowUpRow, saveAnswers } from './follow-up-answers.store.server.ts'
import type { AnswerByLinkInput } from './follow-up-input.ts'
import { decideQuote } from './quotes.store.server.ts'
import { keepResponse, makeReference, type ResponseRow } from './responses.store.server.ts'
import { trackedQuestions } from './tracked.ts'
import { answerTracked } from './tracked-answers.store.server.ts'

type Sent = z.infer<typeof AnswerByLinkInput>
type How = { channel: 'link' | 'phone'; on: Day; respondent: string | null; me: string | null }

/**
 * What somebody answers of a wave is sent. The wave holds what the first of its people answered; what the others answer
 * stays beside it, until the practitioner chooses another. Null when nothing at all was said. The caller holds the lock of
 * the wave, and has seen that she may still answer.
 */
export async function sendResponse(
  ctx: Recording,
  { followUp, response, sent }: { followUp: FollowUpRow; response: ResponseRow; sent: Sent },
  { channel, on, respondent, me }: How,
): Promise<Answers | null> {
  const { tx, operator, today } = ctx
  const { accompanimentId, wave } = followUp
  const isFirst = isOpen(followUp.state)
  const answers = answersFor(wave, sent)
  const isTracked = isFirst
    ? await answerTracked(ctx, { accompanimentId, wave, typed: sent.answers, on, me })
    : await isTypedWell(ctx, followUp, sent.answers)
  const reviews = isPlanReviewed(wave, sent.standing)
    ? readReview(await actionsAsked(tx, operator.id, followUp), sent)
    : []
  if (!isTracked && reviews.length === 0 && isEmpty(answers)) return null
  await keepResponse(tx, response, { answers: { ...sent }, respondent, channel, sentOn: on })
  if (isFirst) {
    await makeReference(tx, response)
    await saveAnswers(tx, followUp, answers, { answeredOn: on, channel, respondent, reviews })
  }
  if (answers.verbatim && answers.quoteAudience) {
    const decision = { body: answers.verbatim, audience: answers.quoteAudience, author: respondent }
    await decideQuote({ ...ctx, today: on }, { ...response, isReference: isFirst }, decision)
  }
  await refreshNextSteps(tx, operator.id, [accompanimentId], today)
  await ctx.record({
    name: 'follow-up.answered',
    subjectKind: 'follow_up',
    subjectId: followUp.id,
    accompanimentId,
    data: { wave, channel },
    happenedOn: on,
  })
  return answers
}

/** Of somebody who is not the reference, the programme's questions are read as strictly, and stay in her own response. */
async function isTypedWell(
  { tx, operator }: Pick<Recording, 'tx' | 'operator'>,
  followUp: FollowUpRow,
  typed: Record<string, unknown>,
) {
  const { definition } = await askedOf(tx, operator.id, followUp.accompanimentId)
  readAnswers(trackedQuestions(definition), typed)
  return Object.values(typed).some(value => value !== '' && value !== null)
}
