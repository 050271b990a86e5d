import { isManager } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { dayOf, startOfDay } from '#app/kernel/day.ts'
import { day, object, optional } from '#app/kernel/input.ts'
import { destinationOf } from './advance-rules.ts'
import { happenedSince } from './demonstration.store.server.ts'

/** How far back the page tells what happened when it is not told since when. */
const recentDays = 31

/** Where the demonstration stands in time, and what has happened on the way. */
export const advancePage = defineQuery({
  name: 'clock.page',
  /** `depuis`: the day that the journey left from. */
  input: object({ depuis: optional(day()) }),
  subject: async ({ operator }) => (operator.demonstration ? operator : null),
  allow: isManager,
  run: async ({ tx, operator, now, today }, { depuis }) => {
    const since = depuis ? startOfDay(depuis) : new Date(now.getTime() - recentDays * 86_400_000)
    const { letters, notices } = await happenedSince(tx, operator.id, since)
    const happened = [
      ...letters.flatMap(({ at, id, ...letter }) =>
        at ? [{ id, at: at.toISOString(), day: dayOf(at), letter, notice: null }] : [],
      ),
      ...notices.map(({ at, id, ...notice }) => ({ id, at: at.toISOString(), day: dayOf(at), letter: null, notice })),
    ]
    return {
      today,
      destination: destinationOf(operator.settings),
      depuis,
      happened: happened.sort((one, other) => (one.at < other.at ? 1 : one.at > other.at ? -1 : 0)).slice(0, 300),
    }
  },
})
