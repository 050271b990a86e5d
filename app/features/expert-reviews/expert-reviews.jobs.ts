import { id, object } from '#app/kernel/input.ts'
import { defineJob } from '#app/kernel/job.ts'

/** Tells the practitioner that a resource centre has answered; whoever answers by link cannot write to her. */
export const reviewAnswered = defineJob({
  name: 'expert-review.answered',
  queue: 'work',
  payload: object({ accompanimentId: id(), reviewId: id() }),
})
