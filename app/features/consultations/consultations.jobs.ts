import { id, object } from '#app/kernel/input.ts'
import { defineJob } from '#app/kernel/job.ts'

/** Tells who asked that a provider has answered; the provider itself cannot write to her. The key says which answer. */
export const offerTell = defineJob({
  name: 'offer.tell',
  queue: 'work',
  payload: object({ invitationId: id(), answerId: id() }),
})
