import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { addDays } from '#app/kernel/day.ts'
import { stateOf } from './expert-review.ts'
import { reviewsInput } from './expert-review-input.ts'
import { reviewsOf } from './expert-reviews.store.server.ts'

/** Days that a centre is given unless the practitioner says otherwise. */
const usualDays = 21

/** The second readings asked for a case, and what a new one starts from. */
export const reviewsPage = defineQuery({
  name: 'expert-review.list',
  input: reviewsInput,
  subject: ({ tx, operator }, { number }) => caseByNumber(tx, operator.id, number),
  allow: isMember,
  run: async ({ tx, operator, today }, _input, { row }) => ({
    number: row.number,
    base: `/o/${operator.slug}/accompagnements/${row.number}/secondes-lectures`,
    usualDue: addDays(today, usualDays),
    reviews: (await reviewsOf(tx, operator.id, row.id)).map(review => ({
      id: review.id,
      centre: review.centre,
      dueOn: review.dueOn,
      state: stateOf(review, today),
    })),
  }),
})
