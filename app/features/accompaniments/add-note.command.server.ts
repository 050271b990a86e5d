import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { ok } from '#app/kernel/result.ts'
import { addNoteInput } from './accompaniment-input.ts'
import { caseByNumber } from './accompaniments.store.server.ts'
import { insertNote } from './notes.store.server.ts'

/** A working note, for the operator's members only. */
export const addNote = defineCommand({
  name: 'accompaniment.add-note',
  input: addNoteInput,
  subject: ({ tx, operator }, { number }) => caseByNumber(tx, operator.id, number),
  allow: isMember,
  run: async ({ tx, operator, actor, record, now }, { body }, { row }) => {
    const authorId = actor.kind === 'member' ? actor.userId : null
    const id = await insertNote(tx, operator.id, { accompanimentId: row.id, body, authorId, createdAt: now })
    await record({ name: 'note.added', subjectKind: 'note', subjectId: id, accompanimentId: row.id })
    return ok({ id })
  },
})
