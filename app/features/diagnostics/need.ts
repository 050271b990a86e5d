import type { NeedJobsEffect, NeedUrgency } from '#db/schema/accompaniments.ts'

/** When a need must be answered, the nearest first. */
export const needUrgencies: readonly NeedUrgency[] = ['now', 'months', 'later']

/** What answering a need would do to jobs. */
export const needJobsEffects: readonly NeedJobsEffect[] = ['keeps', 'creates', 'improves', 'none']

/** What is said of a need beside its text; null where nobody has said it yet. */
export type NeedWeight = { urgency: NeedUrgency | null; jobsEffect: NeedJobsEffect | null }
