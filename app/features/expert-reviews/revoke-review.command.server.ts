import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { reviewInput } from './expert-review-input.ts'
import { endLinks, reviewOfCase, updateReview } from './expert-reviews.store.server.ts'

/** Takes a request back: its links open on nothing at once, and its letters do not leave. */
export const revokeReview = defineCommand({
  name: 'expert-review.revoke',
  input: reviewInput,
  subject: ({ tx, operator }, asked) => reviewOfCase(tx, operator.id, asked, { lock: true }),
  allow: isMember,
  run: async ({ tx, operator, now, record }, { number, reviewId }, review) => {
    if (review.revokedAt) return fail('review-already-revoked')
    if (review.answeredAt) return fail('review-already-answered')
    await updateReview(tx, operator.id, reviewId, { revokedAt: now })
    await endLinks(tx, operator.id, reviewId, now)
    await record({
      name: 'expert-review.revoked',
      subjectKind: 'expert_review',
      subjectId: reviewId,
      accompanimentId: review.accompanimentId,
      data: { centre: review.centre },
    })
    return ok({ number, reviewId })
  },
})
