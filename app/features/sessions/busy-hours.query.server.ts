import { defineQuery, type QueryContext } from '#app/access/query.server.ts'
import { engineeringsByIds } from '#app/features/engineerings/engineerings.store.server.ts'
import { object } from '#app/kernel/input.ts'
import { busyFrom } from './elsewhere.ts'
import { busySince } from './session-checks.store.server.ts'

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
    sessions: (await busySince(tx, operator.id, userId, busyFrom(today))).map(({ heldOn, beginsAt, endsAt }) => ({
      heldOn,
      beginsAt,
      endsAt,
      operator: operator.name,
    })),
  }),
})
