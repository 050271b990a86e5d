import { id, object } from '#app/kernel/input.ts'
import { defineJob } from '#app/kernel/job.ts'

/** Tells the practitioners of a mission that something was handed over; its consultant cannot write to them. */
export const deliverableTell = defineJob({
  name: 'deliverable.tell',
  queue: 'work',
  payload: object({ deliverableId: id(), handedId: id() }),
})
