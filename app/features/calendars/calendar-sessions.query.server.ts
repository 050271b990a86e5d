import { type Actor, isMember } from '#app/access/actor.ts'
import { defineQuery, type QueryContext } from '#app/access/query.server.ts'
import { engineeringsByIds, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { addDays, type Day } from '#app/kernel/day.ts'
import { calendarDays } from './calendar-event.ts'
import { NoInput } from './calendar-input.ts'
import {
  calendarSessionsOf,
  engineeringsFollowedBy,
  engineeringsLookedAfter,
} from './calendar-sessions.store.server.ts'

const mayHaveOne = (actor: Actor) => isMember(actor) || actor.kind === 'consultant'

type Shown = {
  userId: string
  ids: string[]
  /** Those of somebody who is away, for the days of the absence. */
  lookedAfter: { engineeringId: string; practitionerId: string; first: Day; last: Day }[]
}

/** The engineerings that her calendar shows; a consultant who has none here has nothing here. */
async function shownEngineerings({ tx, operator, actor, today }: QueryContext): Promise<Shown | null> {
  if (actor.kind === 'member') {
    const { userId } = actor
    const from = addDays(today, -calendarDays)
    return {
      userId,
      ids: await engineeringsFollowedBy(tx, operator.id, userId),
      lookedAfter: await engineeringsLookedAfter(tx, operator.id, userId, from),
    }
  }
  if (actor.kind !== 'consultant') return null
  const reached = actor.engineerings.map(({ engineeringId }) => engineeringId)
  const found = await engineeringsByIds(tx, operator.id, reached)
  return found.length > 0 ? { userId: actor.userId, ids: found.map(({ id }) => id), lookedAfter: [] } : null
}

/** What one operator puts in somebody's calendar: the sessions of her missions, or of the cases that she follows. */
export const calendarSessions = defineQuery({
  name: 'calendar.sessions',
  input: NoInput,
  subject: shownEngineerings,
  allow: mayHaveOne,
  run: async ({ tx, operator, actor, now, today }, _input, { userId, ids, lookedAfter }) => {
    const all = [...new Set([...ids, ...lookedAfter.map(({ engineeringId }) => engineeringId)])]
    const inTheDays = await calendarSessionsOf(tx, operator.id, all, {
      from: addDays(today, -calendarDays),
      calledOffSince: new Date(now.getTime() - calendarDays * 86_400_000),
    })
    const standsInFor = (session: { engineeringId: string; heldOn: Day }) =>
      lookedAfter.filter(
        ({ engineeringId, first, last }) =>
          engineeringId === session.engineeringId && session.heldOn >= first && session.heldOn <= last,
      )
    const found = inTheDays.filter(session => ids.includes(session.engineeringId) || standsInFor(session).length > 0)
    const members = await membersOf(tx, operator.id, [...new Set(found.map(({ engineeringId }) => engineeringId))])
    return {
      operator: operator.name,
      sessions: found.map(({ engineeringId, recordedBy, consultantId, ...session }) => {
        const own = members.filter(member => member.engineeringId === engineeringId)
        const away = standsInFor({ engineeringId, heldOn: session.heldOn }).map(({ practitionerId }) => practitionerId)
        const hers =
          own.find(({ practitionerId }) => practitionerId === userId) ??
          own.find(({ practitionerId }) => practitionerId !== null && away.includes(practitionerId))
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
