import { id, object } from '#app/kernel/input.ts'
import { defineJob } from '#app/kernel/job.ts'

/** Writes to the person that her request is kept or received, and tells those who answer requests. */
export const requestTell = defineJob({ name: 'request.tell', queue: 'work', payload: object({ requestId: id() }) })

/** Erases what was begun by the public form and never sent. */
export const requestSweep = defineJob({ name: 'request.sweep', queue: 'work', payload: object({}) })
