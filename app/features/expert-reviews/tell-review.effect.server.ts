import { defineEffect } from '#app/access/effect.server.ts'
import { notifyAboutCase } from '#app/features/notifications/notify.store.server.ts'
import { reviewAnswered } from './expert-reviews.jobs.ts'

/** Tells the practitioner of the case, once, however often the centre writes its answer anew. */
export const tellReview = defineEffect({
  name: 'expert-review.tell',
  input: reviewAnswered.payload,
  run: ({ transaction }, { accompanimentId, reviewId }) =>
    transaction(ctx =>
      notifyAboutCase(ctx, {
        accompanimentId,
        kind: 'expert-review.answered',
        about: reviewId,
        page: `secondes-lectures/${reviewId}`,
      }),
    ),
})
