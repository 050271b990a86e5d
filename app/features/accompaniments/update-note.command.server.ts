import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { updateNoteInput } from './accompaniment-input.ts'
import { noteOf, rewriteNote } from './notes.store.server.ts'

export const updateNote = defineCommand({
  name: 'accompaniment.update-note',
  input: updateNoteInput,
  subject: ({ tx, operator }, { number, noteId }) => noteOf(tx, operator.id, number, noteId),
  allow: isMember,
  run: async ({ tx, operator, record }, { number, noteId, version, body }, before) => {
    if (!(await rewriteNote(tx, operator.id, noteId, version, body))) {
      const current = (await noteOf(tx, operator.id, number, noteId)) ?? before
      throw await conflictOn(tx, operator.id, noteId, { version: current.version, values: { body: current.body } })
    }
    await record({
      name: 'note.rewritten',
      subjectKind: 'note',
      subjectId: noteId,
      accompanimentId: before.accompanimentId,
      data: { changes: { body: [before.body, body] } },
    })
    return ok({ id: noteId })
  },
})
