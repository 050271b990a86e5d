import { object } from '#app/kernel/input.ts'
import { defineJob } from '#app/kernel/job.ts'

/** Goes through the days one by one up to the destination, doing in each what it would have brought. */
export const clockAdvance = defineJob({ name: 'clock.advance', queue: 'work', payload: object({}) })
