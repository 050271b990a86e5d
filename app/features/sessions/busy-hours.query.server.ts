import { defineQuery, type QueryContext } from '#app/access/query.server.ts'
import { addDays } from '#app/kernel/day.ts'
import { object } from '#app/kernel/input.ts'
import { busySince } from './session-checks.store.server.ts'

/** A session may still be reported so long after it was held; what is older meets nothing that is written now. */
const daysBack = 60

/** When a consultant is busy for one operator: for her own form at another, and for nobody else. */
export const busyHours = defineQuery({
  name: 'session.busy-hours',
  input: object({}),
  subject: async ({ actor }: QueryContext) => (actor.kind === 'consultant' ? { userId: actor.userId } : null),
  allow: actor => actor.kind === 'consultant',
  run: async ({ tx, operator, today }, _address, { userId }) => ({
    slug: operator.slug,
    sessions: (await busySince(tx, operator.id, userId, addDays(today, -daysBack))).map(session => ({
      ...session,
      operator: operator.name,
    })),
  }),
})
