import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { namesInCase } from './case-to-copy.store.server.ts'
import { type Texts, textKeys } from './expert-review.ts'
import { finishCopyInput } from './expert-review-input.ts'
import { reviewOfCase, updateReview } from './expert-reviews.store.server.ts'
import { redacted } from './redaction.ts'
import { sendCopy } from './send-copy.store.server.ts'

/**
 * Strikes words out of a copy, and sends it when asked: what leaves is what stood in the form, less the names that were
 * typed again. Two gestures would let a copy leave before the words that were just struck out of it.
 */
export const finishCopy = defineCommand({
  name: 'expert-review.finish',
  input: finishCopyInput,
  subject: async ({ tx, operator }, { number, reviewId }) => {
    const review = await reviewOfCase(tx, operator.id, { number, reviewId }, { lock: true })
    const known = review && (await caseByNumber(tx, operator.id, number))
    return review && known ? { ...review, known } : null
  },
  allow: isMember,
  run: async (ctx, { number, reviewId, version, question, intent, ...typed }, { known, ...review }) => {
    const { tx, operator, record } = ctx
    if (review.sentAt || review.revokedAt) return fail('review-already-sent')
    if (review.version !== version)
      throw await conflictOn(tx, operator.id, reviewId, {
        version: review.version,
        values: { question: review.question, ...review.copy.texts },
      })
    const names = await namesInCase(tx, operator.id, known)
    const texts: Texts = {}
    // A passage of a part that was not chosen has no place here.
    for (const key of textKeys) {
      const text = typed[key]
      if (text && review.copy.texts[key] !== undefined) texts[key] = redacted(text, names)
    }
    const copy = { ...review.copy, texts }
    await updateReview(tx, operator.id, reviewId, { question: redacted(question, names), copy })
    if (intent === 'send') {
      const sent = await sendCopy(ctx, review)
      if (!sent.ok) return sent
    } else
      await record({
        name: 'expert-review.redacted',
        subjectKind: 'expert_review',
        subjectId: reviewId,
        accompanimentId: review.accompanimentId,
        data: { centre: review.centre },
      })
    return ok({ number, reviewId, intent })
  },
})
