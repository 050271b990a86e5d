import { holdsLink } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { ok } from '#app/kernel/result.ts'
import { answerReviewInput } from './expert-review-input.ts'
import { reviewAnswered } from './expert-reviews.jobs.ts'
import { updateReview } from './expert-reviews.store.server.ts'
import { liveReview } from './review-by-link.store.server.ts'

/** The opinion of the centre, or that it cannot give one; it may write it anew until its day. */
export const answerReview = defineCommand({
  name: 'expert-review.answer',
  input: answerReviewInput,
  subject: async ctx => (ctx.actor.kind === 'contact' ? liveReview(ctx, ctx.actor.link, { lock: true }) : null),
  allow: (actor, { id }) => holdsLink(actor, 'expert_review', id),
  run: async ({ tx, operator, now, record, enqueue }, { outcome, opinion, specialities }, review) => {
    await updateReview(tx, operator.id, review.id, { outcome, opinion, specialities, answeredAt: now })
    await record({
      name: outcome === 'opinion' ? 'expert-review.answered' : 'expert-review.declined',
      subjectKind: 'expert_review',
      subjectId: review.id,
      accompanimentId: review.accompanimentId,
      data: { by: review.personName, centre: review.centre, opinion, specialities },
    })
    const ids = { accompanimentId: review.accompanimentId, reviewId: review.id }
    await enqueue(reviewAnswered, ids, `${review.id}:${review.version}`)
    return ok({ id: review.id, accompanimentId: review.accompanimentId })
  },
})
