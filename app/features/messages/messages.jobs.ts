import { id, object } from '#app/kernel/input.ts'
import { defineJob } from '#app/kernel/job.ts'

/** Sends one row of the ledger, if it is still to be sent. */
/** Sends, many at once, all that is due in one operator. */
export const messageRun = defineJob({ name: 'message.run', queue: 'mail', payload: object({}) })

export const messageSend = defineJob({ name: 'message.send', queue: 'mail', payload: object({ sendId: id() }) })
