import { id, object } from '#app/kernel/input.ts'
import { defineJob } from '#app/kernel/job.ts'

/** Writes the row of each operator that takes part in an engineering. */
export const shareSend = defineJob({ name: 'share.send', queue: 'work', payload: object({ engineeringId: id() }) })

/** Writes again to the partners that know less than there is. */
export const shareSweep = defineJob({ name: 'share.sweep', queue: 'work', payload: object({}) })

/** Brings an operator's answer back to the lead. */
export const shareTell = defineJob({ name: 'share.tell', queue: 'work', payload: object({ shareId: id() }) })
