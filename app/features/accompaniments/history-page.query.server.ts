import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { eventsOfCase } from '#app/features/history/events.store.server.ts'
import { historyShown, valuesIn } from '#app/features/history/history-lines.ts'
import { namesOf } from '#app/features/history/names.store.server.ts'
import { historyInput } from './accompaniment-input.ts'
import { caseByNumber } from './accompaniments.store.server.ts'

const perPage = 50

/** Who changed what, from which value to which. */
export const historyPage = defineQuery({
  name: 'accompaniment.history',
  input: historyInput,
  subject: ({ tx, operator }, { number }) => caseByNumber(tx, operator.id, number),
  allow: isMember,
  run: async ({ tx, operator }, { page }, { row, programme }) => {
    const current = page ?? 1
    const events = await eventsOfCase(tx, operator.id, row.id, { limit: perPage, offset: (current - 1) * perPage })
    const lines = events.map(historyShown)
    return {
      number: row.number,
      page: current,
      perPage,
      total: events[0]?.total ?? 0,
      lines,
      names: await namesOf(tx, operator.id, valuesIn(lines)),
      states: Object.fromEntries(programme.definition.states.map(({ code, label }) => [code, label])),
    }
  },
})
