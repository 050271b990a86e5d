import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { notePageInput } from './accompaniment-input.ts'
import { caseByNumber } from './accompaniments.store.server.ts'
import { mayShareNotes } from './note-audience.ts'
import { noteReaders } from './note-readers.store.server.ts'
import { noteOf } from './notes.store.server.ts'

/** A note before it is shared, or while it is: who will read it, or may have. */
export const notePage = defineQuery({
  name: 'accompaniment.note-page',
  input: notePageInput,
  subject: async ({ tx, operator }, { number, noteId }) => {
    const found = await caseByNumber(tx, operator.id, number)
    const note = found && (await noteOf(tx, operator.id, number, noteId))
    return found && note ? { ...found, note } : null
  },
  allow: isMember,
  run: async ({ tx, operator }, { number }, { row, programme, note }) => ({
    number,
    base: `/o/${operator.slug}/accompagnements/${number}`,
    mayShare: mayShareNotes(programme.definition),
    readers: await noteReaders(tx, operator.id, row),
    note: {
      id: note.id,
      version: note.version,
      body: note.body,
      audience: note.audience,
      sharedAt: note.sharedAt?.toISOString() ?? null,
    },
  }),
})
