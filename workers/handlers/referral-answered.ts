import { perform } from '#app/access/effect.server.ts'
import { referralAnswered } from '#app/features/referrals/referrals.jobs.ts'
import { tellReferral } from '#app/features/referrals/tell-referral.effect.server.ts'
import { handles } from '../handler.ts'

export const handleReferralAnswered = handles(referralAnswered, (operatorId, ids, clock) =>
  perform(tellReferral, operatorId, ids, { clock }),
)
