import { choice, id, integer, object, optional, optionalDay } from '#app/kernel/input.ts'

const weekViews = ['semaine', 'liste'] as const
export const WeekAddress = object({
  /** Any day of the week that is shown. */
  semaine: optionalDay(),
  vue: optional(choice(weekViews)),
  /** Whose cases: hers, or those of somebody of her team. */
  charge: optional(id()),
  page: optional(integer({ min: 1, max: 100_000 })),
})
export const RemindInput = object({ sessionId: id() })
