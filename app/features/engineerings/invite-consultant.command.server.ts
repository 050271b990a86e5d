import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { planSend } from '#app/features/messages/sends.store.server.ts'
import { startOfDay } from '#app/kernel/day.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { consultantsOf, grantMission, isMemberOfOperator, userOfAddress } from './consultants.store.server.ts'
import { InviteConsultantInput } from './engineering-input.ts'
import { engineeringOfCase, membersOf } from './engineerings.store.server.ts'

/** A person of the provider is let into this mission, and nothing else, as long as its contract runs. */
export const inviteConsultant = defineCommand({
  name: 'consultant.invite',
  input: InviteConsultantInput,
  // Locked: an invitation sent twice at once lets her in once, and dates that move meanwhile move hers.
  subject: ({ tx, operator }, { engineeringId, number }) =>
    engineeringOfCase(tx, operator.id, { engineeringId, number }, { lock: true }),
  allow: isMember,
  run: async (ctx, { engineeringId, name, email }, engineering) => {
    const { tx, operator, today, record } = ctx
    if (engineering.state === 'cancelled') return fail('engineering-cancelled')
    const { startsOn, endsOn: toOn } = engineering
    if (toOn && toOn < today) return fail('contract-over')
    const user = await userOfAddress(tx, { name, email })
    if (await isMemberOfOperator(tx, operator.id, user.id)) return fail('consultant-is-member', undefined, 'email')
    const known = await consultantsOf(tx, operator.id, engineeringId)
    if (known.some(consultant => consultant.userId === user.id && consultant.revokedAt === null))
      return fail('consultant-already-invited', undefined, 'email')
    const fromOn = startsOn ?? today
    const grantId = await grantMission(tx, operator.id, { userId: user.id, engineeringId, fromOn, toOn })
    const cases = (await membersOf(tx, operator.id, [engineeringId])).map(member => member.accompanimentId)
    const about = { subjectKind: 'engineering', subjectId: engineeringId, data: { title: engineering.title, name } }
    for (const accompanimentId of cases.length > 0 ? cases : [null])
      await record({ name: 'consultant.invited', ...about, accompanimentId })
    await planSend(ctx, {
      key: `consultant.mission:${grantId}`,
      message: 'consultant.mission',
      payload: { userId: user.id, engineeringId },
      recipient: user.email,
      recipientUserId: user.id,
      locale: user.locale,
      // Her space opens with the contract: before, the message would lead to nothing.
      notBefore: startOfDay(fromOn),
    })
    return ok({ grantId, name, email })
  },
})
