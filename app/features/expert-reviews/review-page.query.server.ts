import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { dayOf } from '#app/kernel/day.ts'
import { stateOf } from './expert-review.ts'
import { reviewInput } from './expert-review-input.ts'
import { reviewOfCase } from './expert-reviews.store.server.ts'

/** One request: exactly what leaves, and what came back. */
export const reviewPage = defineQuery({
  name: 'expert-review.page',
  input: reviewInput,
  subject: ({ tx, operator }, asked) => reviewOfCase(tx, operator.id, asked),
  allow: isMember,
  run: async ({ operator, today }, { number }, review) => ({
    number,
    base: `/o/${operator.slug}/accompagnements/${number}/secondes-lectures`,
    state: stateOf(review, today),
    review: {
      id: review.id,
      version: review.version,
      centre: review.centre,
      personName: review.personName,
      email: review.email,
      question: review.question,
      dueOn: review.dueOn,
      copy: review.copy,
      outcome: review.outcome,
      opinion: review.opinion,
      specialities: review.specialities,
      answeredOn: review.answeredAt && dayOf(review.answeredAt),
    },
  }),
})
