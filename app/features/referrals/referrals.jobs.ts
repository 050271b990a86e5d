import { id, object } from '#app/kernel/input.ts'
import { defineJob } from '#app/kernel/job.ts'

/** Tells who follows the case that the partner has answered; whoever answers by link cannot write to her. */
export const referralAnswered = defineJob({
  name: 'referral.answered',
  queue: 'work',
  payload: object({ accompanimentId: id(), referralId: id() }),
})
