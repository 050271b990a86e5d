import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { eventOf, eventsOfSubjects } from '#app/features/history/events.store.server.ts'
import { historyShown } from '#app/features/history/history-lines.ts'
import { shownBack } from '#app/features/history/putting-back.ts'
import { challengesOf } from './challenges.store.server.ts'
import { standingTerritory } from './standing-territory.store.server.ts'
import { territoryById } from './territories.store.server.ts'
import { territoryHistoryInput } from './territory-input.ts'

const shownAtMost = 100

/** Who changed what of a territory and of its challenges, from which value to which. */
export const territoryHistoryPage = defineQuery({
  name: 'territory.history',
  input: territoryHistoryInput,
  subject: ({ tx, operator }, { territoryId }) => territoryById(tx, operator.id, territoryId),
  allow: isMember,
  run: async ({ tx, operator }, { evenement: eventId, champ }, territory) => {
    const challenges = await challengesOf(tx, operator.id, territory.id)
    const subjectIds = [territory.id, ...challenges.map(({ id }) => id)]
    const titles = new Map(challenges.map(({ id, title }) => [id, title]))
    const found = eventId && champ ? await eventOf(tx, operator.id, eventId, { subjectIds }) : null
    const field = champ?.slice(champ.indexOf('.') + 1) ?? ''
    const standing =
      found && (await standingTerritory({ tx, operatorId: operator.id, territory, event: withChanges(found) }, field))
    const events = await eventsOfSubjects(tx, operator.id, subjectIds, shownAtMost)
    return {
      name: territory.name,
      operator: `/o/${operator.slug}`,
      base: `/o/${operator.slug}/territoires/${territory.id}`,
      puttingBack: standing && champ ? { ...shownBack(standing, field), field: champ } : null,
      lines: events.map(event => {
        const line = historyShown(withChanges(event))
        const noun = event.name.split('.')[0]
        return {
          ...line,
          params: { title: titles.get(event.subjectId) ?? '', ...line.params },
          about: line.about ?? titles.get(event.subjectId) ?? null,
          // The same names are other fields elsewhere: a title, a nature.
          changes: line.changes.map(change => ({ ...change, field: `${noun}.${change.field}` })),
        }
      }),
    }
  },
})

const edits = new Set(['territory.edited', 'challenge.edited'])

/** Edits once wrote their changes without naming them so; history is never written over. */
const withChanges = <Event extends { name: string; data: Record<string, unknown> }>(event: Event): Event =>
  edits.has(event.name) && !('changes' in event.data) ? { ...event, data: { changes: event.data } } : event
