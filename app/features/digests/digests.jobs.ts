import { object } from '#app/kernel/input.ts'
import { defineJob } from '#app/kernel/job.ts'

/** Plans the digests of an operator whose hour has come. */
export const digestSweep = defineJob({ name: 'digest.sweep', queue: 'work', payload: object({}) })
