import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { referralOf } from '#app/features/accompaniments/referrals.store.server.ts'
import { ok } from '#app/kernel/result.ts'
import { forgetPartnerOf } from './partners.store.server.ts'
import { forgetPartnerInput } from './referral-input.ts'

/** The partner's link opens on nothing from then on and its address is kept nowhere; what it answered stays. */
export const forgetPartner = defineCommand({
  name: 'referral.forget-partner',
  input: forgetPartnerInput,
  subject: async ({ tx, operator }, { number, referralId }) => {
    const referral = await referralOf(tx, operator.id, number, referralId, { lock: true })
    return referral?.partnerEmail ? referral : null
  },
  allow: isMember,
  run: async ({ tx, operator, now, record }, { number, referralId }, { accompanimentId, sentTo }) => {
    await forgetPartnerOf(tx, operator.id, referralId, now)
    await record({
      name: 'referral.partner-forgotten',
      subjectKind: 'referral',
      subjectId: referralId,
      accompanimentId,
      data: { sentTo },
    })
    return ok({ number })
  },
})
