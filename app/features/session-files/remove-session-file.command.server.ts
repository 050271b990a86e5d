import { isMember, worksOn } from '#app/access/actor.ts'
import { type CommandContext, defineCommand } from '#app/access/command.server.ts'
import { provesSignatures } from '#app/features/attendance-sheets/paper-proofs.store.server.ts'
import { membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { recordOnCases } from '#app/features/engineerings/record-on-cases.ts'
import { placedSession, type SessionAddress } from '#app/features/sessions/session-place.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { SessionFileAddress } from './session-file-input.ts'
import { hideSessionFile, sessionFileById } from './session-files.store.server.ts'

async function fileAt(ctx: CommandContext, { fileId, ...address }: SessionAddress & { fileId: string }) {
  const placed = await placedSession(ctx, address)
  const file = placed && (await sessionFileById(ctx.tx, ctx.operator.id, { sessionId: address.sessionId, fileId }))
  return file && placed && { file, ...placed }
}

/** Takes a document or a photo away from its session. */
export const removeSessionFile = defineCommand({
  name: 'session-file.remove',
  input: SessionFileAddress,
  subject: fileAt,
  allow: (actor, { engineering }) => isMember(actor) || worksOn(actor, engineering.id, 'write'),
  run: async (ctx, _address, { file, session, engineering }) => {
    const { tx, operator, now } = ctx
    if (await provesSignatures(tx, operator.id, file.id)) return fail('file-proves-signatures')
    await hideSessionFile(tx, operator.id, file.id, now)
    const cases = (await membersOf(tx, operator.id, [engineering.id])).map(member => member.accompanimentId)
    const about = { subjectKind: 'session', subjectId: session.id }
    await recordOnCases(ctx, cases, { name: 'file.removed', ...about, data: { name: file.name } })
    return ok({ name: file.name })
  },
})
