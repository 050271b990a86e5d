import { type Actor, isMember } from '#app/access/actor.ts'
import { defineQuery, type QueryContext } from '#app/access/query.server.ts'
import { engineeringsByIds, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { addDays } from '#app/kernel/day.ts'
import { calendarDays } from './calendar-event.ts'
import { NoInput } from './calendar-input.ts'
import { calendarSessionsOf, engineeringsFollowedBy } from './calendar-sessions.store.server.ts'

const mayHaveOne = (actor: Actor) => isMember(actor) || actor.kind === 'consultant'

/** The engineerings that her calendar shows; a consultant who has none here has nothing here. */
async function shownEngineerings({
  tx,
  operator,
  actor,
}: QueryContext): Promise<{ userId: string; ids: string[] } | null> {
  if (actor.kind === 'member')
    return { userId: actor.userId, ids: await engineeringsFollowedBy(tx, operator.id, actor.userId) }
  if (actor.kind !== 'consultant') return null
  const reached = actor.engineerings.map(({ engineeringId }) => engineeringId)
  const found = await engineeringsByIds(tx, operator.id, reached)
  return found.length > 0 ? { userId: actor.userId, ids: found.map(({ id }) => id) } : null
}

/** What one operator puts in somebody's calendar: the sessions of her missions, or of the cases that she follows. */
export const calendarSessions = defineQuery({
  name: 'calendar.sessions',
  input: NoInput,
  subject: shownEngineerings,
  allow: mayHaveOne,
  run: async ({ tx, operator, actor, now, today }, _input, { userId, ids }) => {
    const found = await calendarSessionsOf(tx, operator.id, ids, {
      from: addDays(today, -calendarDays),
      calledOffSince: new Date(now.getTime() - calendarDays * 86_400_000),
    })
    const members = await membersOf(tx, operator.id, [...new Set(found.map(({ engineeringId }) => engineeringId))])
    return {
      operator: operator.name,
      sessions: found.map(({ engineeringId, recordedBy, consultantId, ...session }) => {
        const own = members.filter(member => member.engineeringId === engineeringId)
        const hers = own.find(({ practitionerId }) => practitionerId === userId)
        return {
          ...session,
          names: own.map(({ name }) => name),
          isHolder: actor.kind === 'consultant' && (consultantId === null || consultantId === userId),
          isAgreed: consultantId === userId || recordedBy === userId,
          path:
            actor.kind === 'consultant'
              ? `/consultant/${operator.slug}/missions/${engineeringId}/seances/${session.id}`
              : `/o/${operator.slug}/accompagnements/${hers?.number ?? ''}/seances/${session.id}`,
        }
      }),
    }
  },
})
