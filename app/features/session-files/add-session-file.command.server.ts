import { isMember, worksOn } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { recordOnCases } from '#app/features/engineerings/record-on-cases.ts'
import { placedSession } from '#app/features/sessions/session-place.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { AddSessionFileInput } from './session-file-input.ts'
import { writeSessionFile } from './session-files.store.server.ts'

/** Attaches a document or a photo whose bytes are kept already: from here on it is one of the session's. */
export const addSessionFile = defineCommand({
  name: 'session-file.add',
  input: AddSessionFileInput,
  subject: placedSession,
  allow: (actor, { engineering }) => isMember(actor) || worksOn(actor, engineering.id, 'write'),
  run: async (ctx, { fileId, caption, name, kind, size, sha256 }, { session, engineering }) => {
    const { tx, operator, actor, now } = ctx
    const written = await writeSessionFile(tx, {
      operatorId: operator.id,
      id: fileId,
      engineeringId: engineering.id,
      sessionId: session.id,
      ...{ caption, name, kind, size, sha256 },
      addedBy: 'userId' in actor ? actor.userId : '',
      addedAt: now,
    })
    if (written) {
      const cases = (await membersOf(tx, operator.id, [engineering.id])).map(member => member.accompanimentId)
      const about = { subjectKind: 'session', subjectId: session.id }
      await recordOnCases(ctx, cases, { name: 'file.added', ...about, data: { name } })
    }
    return ok({ name })
  },
})
