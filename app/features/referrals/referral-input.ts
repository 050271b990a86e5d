import { caseNumber } from '#app/features/accompaniments/accompaniment-input.ts'
import { choice, email, id, line, object, optional, optionalText, version } from '#app/kernel/input.ts'
import { referralAnswers } from './referral.ts'

export const askPartnerInput = object({
  number: caseNumber(),
  referralId: id(),
  version: version(),
  partnerName: optional(line({ max: 120 })),
  partnerEmail: email(),
})
export const forgetPartnerInput = object({ number: caseNumber(), referralId: id() })
export const partnerAnswerInput = object({ answer: choice(referralAnswers), word: optionalText({ max: 2000 }) })
