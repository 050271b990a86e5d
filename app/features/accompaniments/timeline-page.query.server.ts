import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { eventsOfCase } from '#app/features/history/events.store.server.ts'
import { timelineInput } from './accompaniment-input.ts'
import { caseByNumber } from './accompaniments.store.server.ts'
import { notesOf } from './notes.store.server.ts'
import { timelineOf } from './timeline.ts'
import { holdsNotes, nounsOf } from './timeline-kinds.ts'

const shownAtMost = 60

/** The case from its latest event to its first, with the notes in their place. */
export const timelinePage = defineQuery({
  name: 'accompaniment.timeline',
  input: timelineInput,
  subject: ({ tx, operator }, { number }) => caseByNumber(tx, operator.id, number),
  allow: isMember,
  run: async ({ tx, operator, actor, today }, { note, genre }, { row, programme }) => {
    const events = await eventsOfCase(tx, operator.id, row.id, { limit: shownAtMost, nouns: nounsOf(genre) })
    const notes = await notesOf(tx, operator.id, row.id)
    const me = actor.kind === 'member' ? actor.userId : null
    return {
      number: row.number,
      today,
      editing: notes.find(({ id }) => id === note) ?? null,
      kind: genre,
      entries: timelineOf({
        events,
        notes: holdsNotes(genre) ? notes : [],
        me,
        definition: programme.definition,
      }).slice(0, shownAtMost),
      isWhole: (events[0]?.total ?? 0) <= shownAtMost,
    }
  },
})
