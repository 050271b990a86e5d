import { object } from '#app/kernel/input.ts'
import { defineJob } from '#app/kernel/job.ts'

/** Looks for the reminders of an operator that are due and not written yet. */
export const reminderSweep = defineJob({ name: 'reminder.sweep', queue: 'work', payload: object({}) })
