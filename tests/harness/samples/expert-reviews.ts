import { openReview } from '#app/features/expert-reviews/open-review.command.server.ts'
import { caseIn } from '../cases.ts'
import { aReview, aSentReview, asWritten, reviewAsked } from '../expert-reviews.ts'
import type { Sample } from '../use-cases.ts'

const members = ['practitioner', 'manager'] as const

const onReview = (input: object = {}): Sample => ({
  allowed: members,
  prepare: async operator => {
    const { number, reviewId } = await aReview(operator)
    return { input: { number, reviewId, ...input } }
  },
})
const byLink = (input: Record<string, unknown>): Sample => ({
  allowed: ['contact'],
  prepare: async operator => {
    const { token } = await aSentReview(operator)
    await operator.contact(token).must(openReview, {})
    return { linkToken: token, input }
  },
})

export const samples: Record<string, Sample> = {
  'expert-review.year': { allowed: members, prepare: async () => ({ input: { annee: '2026' } }) },
  'expert-review.take-year': { allowed: members, prepare: async () => ({ input: { annee: '2026', format: 'docx' } }) },
  'expert-review.list': {
    allowed: members,
    prepare: async operator => ({ input: { number: (await caseIn(operator)).number } }),
  },
  'expert-review.prepare': {
    allowed: members,
    prepare: async operator => ({ input: { number: (await caseIn(operator)).number, ...reviewAsked } }),
  },
  'expert-review.page': onReview(),
  'expert-review.finish': onReview({ ...asWritten, intent: 'send' }),
  'expert-review.revoke': onReview(),
  'expert-review.open': byLink({}),
  'expert-review.answer': byLink({ outcome: 'opinion', opinion: 'Il tient.' }),
}
