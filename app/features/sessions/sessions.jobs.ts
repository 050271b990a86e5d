import { id, object } from '#app/kernel/input.ts'
import { defineJob } from '#app/kernel/job.ts'

/** Tells the practitioners of a session that a consultant wrote, and what their cases now wait for. */
export const sessionTell = defineJob({ name: 'session.tell', queue: 'work', payload: object({ sessionId: id() }) })
