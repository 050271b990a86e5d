import { isMember, worksOn } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { placedSession } from '#app/features/sessions/session-place.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { SessionFileAddress } from './session-file-input.ts'
import { sessionFileById } from './session-files.store.server.ts'

/** Takes a copy of a session's file: a command, so that the chain holds who did. */
export const takeSessionFile = defineCommand({
  name: 'session-file.take',
  input: SessionFileAddress,
  subject: async (ctx, { fileId, ...address }) => {
    const placed = await placedSession(ctx, address)
    const file = placed && (await sessionFileById(ctx.tx, ctx.operator.id, { sessionId: address.sessionId, fileId }))
    return file && placed && { file, engineering: placed.engineering }
  },
  allow: (actor, { engineering }) => isMember(actor) || worksOn(actor, engineering.id, 'read'),
  run: async ({ operator }, _address, { file: { id, name, kind } }) => ok({ operatorId: operator.id, id, name, kind }),
})
