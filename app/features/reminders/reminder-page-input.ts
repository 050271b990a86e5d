import { choice, integer, line, object, optional } from '#app/kernel/input.ts'
import { reminderViews } from './reminder-views.ts'

export const reminderPageInput = object({
  vue: optional(choice(reminderViews)),
  /** Number of the case that the page is about, or of all. */
  dossier: optional(line({ max: 20 })),
  page: optional(integer({ min: 1, max: 10_000 })),
})
