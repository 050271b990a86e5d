import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { planSend } from '#app/features/messages/sends.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { memberGrant, messagesSince } from './members.store.server.ts'
import { MemberInput } from './team-input.ts'

/** Mails the way in once more: to who lost the message, or came with an import and never had one. */
export const inviteAgain = defineCommand({
  name: 'member.invite-again',
  input: MemberInput,
  subject: ({ tx, operator }, { grantId }) => memberGrant(tx, operator.id, grantId),
  allow: isManager,
  run: async (ctx, _input, member) => {
    const { tx, operator, now } = ctx
    if (member.revokedAt) return fail('member-changed')
    const hourAgo = new Date(now.getTime() - 3_600_000)
    if ((await messagesSince(tx, operator.id, member.email, hourAgo)) >= 3)
      return fail('too-many-mails', { minutes: 60 })
    await planSend(ctx, {
      key: `invitation:${newId()}`,
      message: 'member.invitation',
      payload: { userId: member.userId },
      recipient: member.email,
      recipientUserId: member.userId,
      locale: member.locale,
    })
    return ok({ email: member.email })
  },
})
