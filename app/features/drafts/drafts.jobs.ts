import { object } from '#app/kernel/input.ts'
import { defineJob } from '#app/kernel/job.ts'

/** Throws away the drafts of an operator that nobody came back to. */
export const draftSweep = defineJob({ name: 'draft.sweep', queue: 'work', payload: object({}) })
