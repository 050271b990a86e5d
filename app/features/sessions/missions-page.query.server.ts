import { defineQuery, type QueryContext } from '#app/access/query.server.ts'
import { unsignedSheets } from '#app/features/attendance-sheets/unsigned-sheets.store.server.ts'
import { engineeringsByIds, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { feedbackOf } from '#app/features/feedback/feedback.store.server.ts'
import { object } from '#app/kernel/input.ts'
import { missionOf } from './mission.ts'
import { sessionsOf } from './sessions.store.server.ts'

const reachOf = ({ actor }: Pick<QueryContext, 'actor'>) => (actor.kind === 'consultant' ? actor.engineerings : [])

async function reached(ctx: QueryContext) {
  const ids = reachOf(ctx).map(({ engineeringId }) => engineeringId)
  const engineerings = await engineeringsByIds(ctx.tx, ctx.operator.id, ids)
  return engineerings.length > 0 ? engineerings : null
}

/** A consultant's missions for one operator; her page reads each of her operators in turn. */
export const missionsPage = defineQuery({
  name: 'mission.list',
  input: object({}),
  subject: reached,
  allow: actor => actor.kind === 'consultant',
  run: async ({ tx, operator, actor, today }, _address, engineerings) => {
    const reach = reachOf({ actor })
    const ids = engineerings.map(({ id }) => id)
    const writable = reach.flatMap(({ engineeringId, mayWrite }) => (mayWrite ? [engineeringId] : []))
    const members = await membersOf(tx, operator.id, ids)
    const sessions = await sessionsOf(tx, operator.id, ids)
    return {
      operator: { slug: operator.slug, name: operator.name },
      today,
      unsigned: await unsignedSheets(tx, operator.id, writable, today),
      feedback: await feedbackOf(tx, operator.id, 'userId' in actor ? actor.userId : ''),
      missions: engineerings.map(engineering =>
        missionOf(
          engineering,
          members.filter(member => member.engineeringId === engineering.id).map(({ name }) => name),
          sessions.filter(session => session.engineeringId === engineering.id),
          {
            today,
            mayWrite: reach.some(({ engineeringId, mayWrite }) => engineeringId === engineering.id && mayWrite),
          },
        ),
      ),
    }
  },
})
