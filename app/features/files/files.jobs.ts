import { object } from '#app/kernel/input.ts'
import { defineJob } from '#app/kernel/job.ts'

/** Forgets files that were taken away long ago, and bytes that no row stands for. */
export const fileSweep = defineJob({ name: 'file.sweep', queue: 'work', payload: object({}) })
