import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { planSend } from '#app/features/messages/sends.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { InviteFunderInput } from './agreement-input.ts'
import { agreementById, readersOf } from './agreements.store.server.ts'
import { grantReading, userOfEmail } from './readers.store.server.ts'

/** A person of the funder may read the published reports of this agreement, and nothing else. */
export const inviteFunder = defineCommand({
  name: 'agreement.inviteFunder',
  input: InviteFunderInput,
  subject: ({ tx, operator }, { agreementId }) => agreementById(tx, operator.id, agreementId),
  allow: isManager,
  run: async (ctx, { agreementId, name, email }) => {
    const { tx, operator, today, record } = ctx
    const userId = await userOfEmail(tx, { name, email })
    const readers = await readersOf(tx, operator.id, agreementId)
    if (readers.some(reader => reader.userId === userId)) return fail('funder-already-invited', undefined, 'email')
    const grantId = await grantReading(tx, operator.id, { userId, agreementId, fromOn: today })
    await planSend(ctx, {
      key: `funder.invitation:${grantId}`,
      message: 'member.invitation',
      payload: { userId },
      recipient: email,
      recipientUserId: userId,
    })
    await record({ name: 'agreement.funder-invited', subjectKind: 'agreement', subjectId: agreementId, data: { name } })
    return ok({ agreementId, grantId, name })
  },
})
