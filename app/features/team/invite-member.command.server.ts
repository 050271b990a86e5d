import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { theOperator } from '#app/access/query.server.ts'
import { planSend } from '#app/features/messages/sends.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { forbiddenPair, isMemberKind } from './grant-rules.ts'
import { addGrant, kindsOf, messagesSince, personOfAddress } from './members.store.server.ts'
import { InvitationInput } from './team-input.ts'

/** Opens the operator to somebody, known to the product or not, and mails her the way in. */
export const inviteMember = defineCommand({
  name: 'member.invite',
  input: InvitationInput,
  subject: theOperator,
  allow: isManager,
  run: async (ctx, { name, email, role }) => {
    const { tx, operator, now, today } = ctx
    const hourAgo = new Date(now.getTime() - 3_600_000)
    if ((await messagesSince(tx, operator.id, email, hourAgo)) >= 3) return fail('too-many-mails', { minutes: 60 })
    const { userId, locale } = await personOfAddress(tx, { name, email, locale: 'fr' })
    const held = await kindsOf(tx, operator.id, userId, today)
    if (held.some(isMemberKind)) return fail('already-member', {}, 'email')
    if (forbiddenPair(held, role)) return fail('forbidden-pair', {}, 'email')
    const grantId = await addGrant(tx, operator.id, { userId, kind: role, fromOn: today })
    await planSend(ctx, {
      key: `invitation:${grantId}`,
      message: 'member.invitation',
      payload: { userId },
      recipient: email,
      recipientUserId: userId,
      locale,
    })
    await ctx.record({ name: 'member.invited', subjectKind: 'member', subjectId: userId, data: { role } })
    return ok({ email })
  },
})
