import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { noteAudienceInput } from './accompaniment-input.ts'
import { caseByNumber } from './accompaniments.store.server.ts'
import { mayShareNotes } from './note-audience.ts'
import { noteOf, setAudience } from './notes.store.server.ts'

/** Shares a note of the version that was read with those outside the team, or keeps it for the team again. */
export const setNoteAudience = defineCommand({
  name: 'accompaniment.set-note-audience',
  input: noteAudienceInput,
  subject: async ({ tx, operator }, { number, noteId }) => {
    const found = await caseByNumber(tx, operator.id, number)
    const note = found && (await noteOf(tx, operator.id, number, noteId))
    return found && note ? { note, programme: found.programme } : null
  },
  allow: isMember,
  run: async (
    { tx, operator, record, now },
    { number, noteId: id, version, audience },
    { note, programme },
  ): Promise<Result<{ number: string; audience: 'internal' | 'shared' }, Failure<'note-not-shareable'>>> => {
    if (audience === 'shared' && !mayShareNotes(programme.definition)) return fail('note-not-shareable')
    const set = audience === 'shared' ? { audience, sharedAt: now } : { audience }
    if (!(await setAudience(tx, operator.id, { id, version }, set)))
      throw await conflictOn(tx, operator.id, id, { version: note.version, values: { body: note.body } })
    if (audience !== note.audience)
      await record({
        name: audience === 'shared' ? 'note.shared' : 'note.kept-internal',
        subjectKind: 'note',
        subjectId: id,
        accompanimentId: note.accompanimentId,
      })
    return ok({ number, audience })
  },
})
