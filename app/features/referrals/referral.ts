import type { Day } from '#app/kernel/day.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import type { ReferralAnswer, ReferralBrief } from '#db/schema/referrals.ts'

export const referralAnswers = ['accepted', 'refused'] as const satisfies readonly ReferralAnswer[]

/** What a partner reads behind its link: what was sent to it, and what was answered. */
export type ReferralByLink = {
  id: string
  accompanimentId: string
  operator: string
  sentTo: string
  brief: ReferralBrief
  reason: string | null
  sentOn: string | null
  expectedOn: string | null
  answer: ReferralAnswer | null
  answeredOn: string | null
  word: string | null
  /** Answered by the partner itself; false when it is the team that noted it. */
  isSaid: boolean
}

/** A partner answers once, and says why it refuses: whoever sent the organisation has to look elsewhere. */
export function partnerAnswer(
  given: { answer: ReferralAnswer; word: string | null },
  before: Pick<ReferralByLink, 'answer'>,
): Result<null, Failure<'referral-answered' | 'refusal-without-reason'>> {
  if (before.answer) return fail('referral-answered')
  return given.answer === 'refused' && !given.word ? fail('refusal-without-reason', {}, 'word') : ok(null)
}

type Authored = {
  answer: ReferralAnswer | null
  answeredOn: string | null
  word: string | null
  saidAt: Date | null
  notedBy: string | null
}
type Noted = { answer: ReferralAnswer; answeredOn: Day; word: string | null; by: string | null }

/** What a member may write of an answer: what the partner said itself stands, and an answer keeps who noted it first. */
export function notedAnswer(
  noted: Noted,
  before: Authored,
): Result<Pick<Authored, 'answer' | 'answeredOn' | 'word' | 'notedBy'>, Failure<'partner-answered'>> {
  const { answer, answeredOn, by } = noted
  const word = noted.word ?? before.word
  if (before.saidAt === null)
    return ok({ answer, answeredOn, word, notedBy: answer === before.answer ? before.notedBy : by })
  if (answer !== before.answer) return fail('partner-answered', {}, 'answer')
  return ok({ answer, answeredOn: before.answeredOn, word: before.word, notedBy: null })
}
