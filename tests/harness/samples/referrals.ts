import { aReferral, partner } from '../referrals.ts'
import type { Sample } from '../use-cases.ts'

const members = ['practitioner', 'manager'] as const

export const samples: Record<string, Sample> = {
  'referral.ask-partner': {
    allowed: members,
    prepare: async operator => {
      const { number, referralId } = await aReferral(operator, {})
      return { input: { number, referralId, version: 1, ...partner } }
    },
  },
  'referral.forget-partner': {
    allowed: members,
    prepare: async operator => {
      const { number, referralId } = await aReferral(operator)
      return { input: { number, referralId } }
    },
  },
  'referral.answer-by-partner': {
    allowed: ['contact'],
    prepare: async operator => ({ linkToken: (await aReferral(operator)).token, input: { answer: 'accepted' } }),
  },
}
