import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { theOperator } from '#app/access/query.server.ts'
import { planSend } from '#app/features/messages/sends.store.server.ts'
import { addGrant, kindsOf, messagesSince, personOfAddress } from '#app/features/team/members.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { NetworkInvitationInput } from './network-reader-input.ts'

/** Somebody of the region or of the network may read the published editions, and nothing else. */
export const inviteNetwork = defineCommand({
  name: 'network.invite',
  input: NetworkInvitationInput,
  subject: theOperator,
  allow: isManager,
  run: async (ctx, { name, email }) => {
    const { tx, operator, now, today } = ctx
    const hourAgo = new Date(now.getTime() - 3_600_000)
    if ((await messagesSince(tx, operator.id, email, hourAgo)) >= 3) return fail('too-many-mails', { minutes: 60 })
    const { userId, locale } = await personOfAddress(tx, { name, email, locale: 'fr' })
    const held = await kindsOf(tx, operator.id, userId, today)
    if (held.includes('network')) return fail('network-already-reads', {}, 'email')
    // One person is one thing for an operator: as a member, a consultant or a funder she has her own way to what it publishes.
    if (held.length > 0) return fail('network-known-here', {}, 'email')
    const grantId = await addGrant(tx, operator.id, { userId, kind: 'network', fromOn: today })
    await planSend(ctx, {
      key: `network.invitation:${grantId}`,
      message: 'member.invitation',
      payload: { userId },
      recipient: email,
      recipientUserId: userId,
      locale,
    })
    await ctx.record({ name: 'network.invited', subjectKind: 'member', subjectId: userId, data: {} })
    return ok({ email })
  },
})
