import { perform } from '#app/access/effect.server.ts'
import { reviewAnswered } from '#app/features/expert-reviews/expert-reviews.jobs.ts'
import { tellReview } from '#app/features/expert-reviews/tell-review.effect.server.ts'
import { handles } from '../handler.ts'

export const handleReviewAnswered = handles(reviewAnswered, (operatorId, ids, clock) =>
  perform(tellReview, operatorId, ids, { clock }),
)
