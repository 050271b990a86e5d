import { id, object } from '#app/kernel/input.ts'
import { defineJob } from '#app/kernel/job.ts'

/** Tells the practitioner that the organisation answered, and what its case now waits for. */
export const followUpAnswered = defineJob({
  name: 'follow-up.answered',
  queue: 'work',
  payload: object({ accompanimentId: id(), followUpId: id() }),
})
