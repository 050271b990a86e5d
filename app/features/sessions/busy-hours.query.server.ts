import { defineQuery, type QueryContext } from '#app/access/query.server.ts'
import { engineeringsByIds } from '#app/features/engineerings/engineerings.store.server.ts'
import { addDays } from '#app/kernel/day.ts'
import { object } from '#app/kernel/input.ts'
import { busySince } from './session-checks.store.server.ts'

/** A session may still be reported so long after it was held; what is older meets nothing that is written now. */
const daysBack = 60

/** A consultant who has no mission here is nobody here. */
async function whoWorksHere({ tx, operator, actor }: QueryContext): Promise<{ userId: string } | null> {
  if (actor.kind !== 'consultant') return null
  const reached = actor.engineerings.map(({ engineeringId }) => engineeringId)
  const found = await engineeringsByIds(tx, operator.id, reached)
  return found.length > 0 ? { userId: actor.userId } : null
}

/** When a consultant is busy for one operator: for her own form at another, and for nobody else. */
export const busyHours = defineQuery({
  name: 'session.busy-hours',
  input: object({}),
  subject: whoWorksHere,
  allow: actor => actor.kind === 'consultant',
  run: async ({ tx, operator, today }, _address, { userId }) => ({
    slug: operator.slug,
    sessions: (await busySince(tx, operator.id, userId, addDays(today, -daysBack))).map(session => ({
      ...session,
      operator: operator.name,
    })),
  }),
})
