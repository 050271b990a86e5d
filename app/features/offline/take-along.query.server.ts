import { defineQuery, type QueryContext } from '#app/access/query.server.ts'
import { fundersByEngineering } from '#app/features/attendance-sheets/sheet-funders.store.server.ts'
import { engineeringsByIds, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { busyFrom } from '#app/features/sessions/elsewhere.ts'
import { missionOf } from '#app/features/sessions/mission.ts'
import { busySince } from '#app/features/sessions/session-checks.store.server.ts'
import { sessionFormPage } from '#app/features/sessions/session-form.store.server.ts'
import { sessionsOf } from '#app/features/sessions/sessions.store.server.ts'
import { object } from '#app/kernel/input.ts'
import type { TakenAlong, TakenMission } from './taken-along.ts'

const reachOf = ({ actor }: Pick<QueryContext, 'actor'>) => (actor.kind === 'consultant' ? actor.engineerings : [])

/** What a consultant takes along of her missions for one operator, for where there is no network. */
export const takeAlong = defineQuery({
  name: 'mission.take-along',
  input: object({}),
  subject: async ctx => {
    const ids = reachOf(ctx).map(({ engineeringId }) => engineeringId)
    const engineerings = await engineeringsByIds(ctx.tx, ctx.operator.id, ids)
    return engineerings.length > 0 ? engineerings : null
  },
  allow: actor => actor.kind === 'consultant',
  run: async ({ tx, operator, actor, today }, _address, engineerings): Promise<Omit<TakenAlong, 'person'>> => {
    const ids = engineerings.map(({ id }) => id)
    const members = await membersOf(tx, operator.id, ids)
    const sessions = await sessionsOf(tx, operator.id, ids)
    const payers = await fundersByEngineering(tx, operator.id, ids)
    const taken: TakenMission[] = []
    for (const engineering of engineerings) {
      const own = sessions.filter(session => session.engineeringId === engineering.id)
      const names = members.filter(member => member.engineeringId === engineering.id).map(({ name }) => name)
      const reach = reachOf({ actor }).find(({ engineeringId }) => engineeringId === engineering.id)
      const mission = missionOf(engineering, names, own, { today, mayWrite: reach?.mayWrite ?? false })
      const formOf = (session: (typeof own)[number] | null) =>
        sessionFormPage(tx, { operator, today }, { engineering, session, status: 'held', again: false })
      const planned = own.filter(session => session.status === 'planned')
      taken.push({
        operator: { slug: operator.slug, name: operator.name },
        mission,
        funders: (payers.get(engineering.id) ?? []).map(({ name }) => name),
        fresh: mission.mayWrite ? await formOf(null) : null,
        planned: mission.mayWrite ? await inTurn(planned, formOf) : [],
      })
    }
    const busy = actor.kind === 'consultant' ? await busySince(tx, operator.id, actor.userId, busyFrom(today)) : []
    const { slug, name } = operator
    return { missions: taken, busy: busy.map(one => ({ ...one, slug, operator: name })) }
  },
})

/** One connection: its reads follow each other. */
async function inTurn<T, V>(all: readonly T[], read: (one: T) => Promise<V>): Promise<V[]> {
  const values: V[] = []
  for (const one of all) values.push(await read(one))
  return values
}
