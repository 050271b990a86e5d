import { defineEffect } from '#app/access/effect.server.ts'
import { addDays, type Day, dayOf, instantOf } from '#app/kernel/day.ts'
import { object } from '#app/kernel/input.ts'
import { destinationOf } from './advance-rules.ts'
import { lockClock, moveClock, setDestination } from './demonstration.store.server.ts'

/** When the day's rules are looked at and its messages leave: an hour after the window of messages opens. */
const hour = 9

/**
 * Moves the demonstration's clock to its next day. Answers that day and the real instant at which its clock then shows
 * nine in the morning; null once the destination is reached. Cut anywhere, the journey goes on from where it was.
 */
export const stepDay = defineEffect({
  name: 'clock.step',
  input: object({}),
  run: ({ transaction }): Promise<{ day: Day; morning: Date } | null> =>
    transaction(async ({ tx, operator, now }) => {
      const clock = operator.demonstration ? await lockClock(tx, operator.id) : null
      const destination = clock && destinationOf(clock.settings)
      if (!clock || !destination) return null
      // By the clock that is locked: another worker may have moved it since this transaction began.
      const today = dayOf(new Date(now.getTime() + (clock.clockOffsetDays - operator.clockOffsetDays) * 86_400_000))
      if (destination <= today) {
        await setDestination(tx, operator.id, null)
        return null
      }
      await moveClock(tx, operator.id)
      const day = addDays(today, 1)
      const offset = (clock.clockOffsetDays + 1) * 86_400_000
      return { day, morning: new Date(instantOf(day, hour).getTime() - offset) }
    }),
})
