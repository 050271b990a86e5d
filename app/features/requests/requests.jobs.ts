import { id, object } from '#app/kernel/input.ts'
import { defineJob } from '#app/kernel/job.ts'

/** Writes to the person that her request is kept or received, and tells those who answer requests. */
export const requestTell = defineJob({ name: 'request.tell', queue: 'work', payload: object({ requestId: id() }) })
