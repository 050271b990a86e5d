import { choice, id, integer, object, optional } from '#app/kernel/input.ts'

export const HeldDaysAddress = object({
  /** Whose cases: everybody's when nobody is named. */
  charge: optional(id()),
  genre: optional(choice(['individual', 'collective'])),
  page: optional(integer({ min: 1, max: 100_000 })),
})
