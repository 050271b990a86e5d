import { addDays, type Day } from '#app/kernel/day.ts'

/** Long enough to see that the wrong cases left; short enough that nobody has built on it. */
const undoableDays = 7
export const undoableUntil = (givenOn: Day): Day => addDays(givenOn, undoableDays)

/** As many as one member may carry. */
export const casesAtMost = 200

type Held = { number: string; practitionerId: string | null; isEnded: boolean }

/** The first of the chosen cases that is not hers to give, if there is one. */
export const notHers = (cases: readonly Held[], fromId: string): Held | undefined =>
  cases.find(({ practitionerId, isEnded }) => practitionerId !== fromId || isEnded)
