import { isMember, worksOn } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { nameOfUser } from '#app/features/operators/practitioners.store.server.ts'
import { placedSession } from '#app/features/sessions/session-place.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { WithdrawSignatureInput } from './sheet-input.ts'
import { sheetOf, withdraw } from './sheets.store.server.ts'

/** Takes away a signature that was given by mistake; it stays on the sheet as withdrawn, with who and why. */
export const withdrawSignature = defineCommand({
  name: 'sheet.withdraw',
  input: WithdrawSignatureInput,
  subject: (ctx, address) => placedSession(ctx, address, { lock: true }),
  allow: (actor, { engineering }) => isMember(actor) || worksOn(actor, engineering.id, 'write'),
  run: async ({ tx, operator, actor, now, record }, { signatureId, reason }, placed) => {
    const { lines } = await sheetOf(tx, operator.id, placed)
    const line = lines.find(({ signed, earlier }) => signed?.id === signatureId || earlier?.id === signatureId)
    const signature = line?.signed?.id === signatureId ? line.signed : line?.earlier
    if (!line || !signature) return fail('signature-gone')
    const by = 'userId' in actor ? ((await nameOfUser(tx, actor.userId)) ?? '') : ''
    await withdraw(tx, operator.id, signatureId, { now, by, reason })
    await record({
      name: 'sheet.withdrawn',
      subjectKind: 'session',
      subjectId: placed.session.id,
      accompanimentId: line.accompanimentId,
      data: { name: signature.signedName },
    })
    return ok({ name: signature.signedName })
  },
})
