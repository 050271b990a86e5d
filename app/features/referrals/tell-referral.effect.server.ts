import { defineEffect } from '#app/access/effect.server.ts'
import { notifyAboutCase } from '#app/features/notifications/notify.store.server.ts'
import { referralById } from './partners.store.server.ts'
import { referralAnswered } from './referrals.jobs.ts'

/** Tells whoever follows the case what the partner answered, once, however often it runs. */
export const tellReferral = defineEffect({
  name: 'referral.tell',
  input: referralAnswered.payload,
  run: ({ transaction }, { accompanimentId, referralId }) =>
    transaction(async ctx => {
      const referral = await referralById(ctx.tx, ctx.operator.id, referralId)
      if (!referral?.answer) return
      await notifyAboutCase(ctx, {
        accompanimentId,
        kind: `referral.${referral.answer}`,
        about: referralId,
        page: 'accueil',
        data: { partner: referral.sentTo },
      })
    }),
})
