import { choice, integer, line, object, optional } from '#app/kernel/input.ts'

/** decider: what waits for somebody's decision · venir: what will leave · envoyes: what has left. */
export const reminderViews = ['decider', 'venir', 'envoyes'] as const
export type ReminderView = (typeof reminderViews)[number]

export const reminderPageInput = object({
  vue: optional(choice(reminderViews)),
  /** Number of the case that the page is about, or of all. */
  dossier: optional(line({ max: 20 })),
  page: optional(integer({ min: 1, max: 10_000 })),
})
