import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { referralOf } from '#app/features/accompaniments/referrals.store.server.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { writeToPartner } from './partners.store.server.ts'
import { askPartnerInput } from './referral-input.ts'

/** Writes to the partner of a referral that waits, or to another address than before. */
export const askPartner = defineCommand({
  name: 'referral.ask-partner',
  input: askPartnerInput,
  subject: ({ tx, operator }, { number, referralId }) =>
    referralOf(tx, operator.id, number, referralId, { lock: true }),
  allow: isMember,
  run: async (ctx, { number, referralId, version, partnerName, partnerEmail }, before) => {
    const { tx, operator, record } = ctx
    if (before.answer) return fail('referral-answered')
    if (before.version !== version)
      throw await conflictOn(tx, operator.id, referralId, {
        version: before.version,
        values: { partnerName: before.partnerName, partnerEmail: before.partnerEmail },
      })
    await writeToPartner(ctx, before, { partnerName, partnerEmail })
    await record({
      name: 'referral.partner-asked',
      subjectKind: 'referral',
      subjectId: referralId,
      accompanimentId: before.accompanimentId,
      data: { sentTo: before.sentTo },
    })
    return ok({ number })
  },
})
