import { holdsLink } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { sheetByLink } from './sheet-by-link.store.server.ts'
import { WithdrawByLinkInput } from './sheet-input.ts'
import { withdraw } from './sheets.store.server.ts'

/** Somebody takes her own signature back, and says why; that she had signed stays written. */
export const withdrawByLink = defineCommand({
  name: 'sheet.withdraw-by-link',
  input: WithdrawByLinkInput,
  subject: async ctx => (ctx.actor.kind === 'contact' ? sheetByLink(ctx, ctx.actor.link) : null),
  allow: (actor, { line }) => holdsLink(actor, 'attendance', line.id),
  run: async ({ tx, operator, now, record }, { reason }, { line, sessionId }) => {
    const signature = line.signed ?? line.earlier
    if (!signature) return fail('signature-gone')
    await withdraw(tx, operator.id, signature.id, { now, by: signature.signedName, reason })
    await record({
      name: 'sheet.withdrawn',
      subjectKind: 'session',
      subjectId: sessionId,
      accompanimentId: line.accompanimentId,
      data: { name: signature.signedName },
    })
    return ok({ name: signature.signedName })
  },
})
