import { holdsLink } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { ok } from '#app/kernel/result.ts'
import { openReviewInput } from './expert-review-input.ts'
import { updateReview } from './expert-reviews.store.server.ts'
import { liveReview } from './review-by-link.store.server.ts'

/** Opens the copy: an act of the centre, so that the history says who read, and no mail scanner does. */
export const openReview = defineCommand({
  name: 'expert-review.open',
  input: openReviewInput,
  subject: async ctx => (ctx.actor.kind === 'contact' ? liveReview(ctx, ctx.actor.link, { lock: true }) : null),
  allow: (actor, { id }) => holdsLink(actor, 'expert_review', id),
  run: async ({ tx, operator, now, record }, _input, review) => {
    if (review.openedAt) return ok({ id: review.id })
    await updateReview(tx, operator.id, review.id, { openedAt: now })
    await record({
      name: 'expert-review.read',
      subjectKind: 'expert_review',
      subjectId: review.id,
      accompanimentId: review.accompanimentId,
      data: { by: review.personName, centre: review.centre },
    })
    return ok({ id: review.id })
  },
})
