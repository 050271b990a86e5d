import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { theOperator } from '#app/access/query.server.ts'
import { ok } from '#app/kernel/result.ts'
import { takeReviewYearInput } from './expert-review-input.ts'
import { reviewsOfYear } from './review-year.store.server.ts'
import { figuresBySector, figuresOf } from './review-year.ts'

/** Takes the figures of a year away, for a centre or for all: numbers alone, no case and no organisation. */
export const takeReviewYear = defineCommand({
  name: 'expert-review.take-year',
  input: takeReviewYearInput,
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, today, record }, { annee: year, centre, format, langue }) => {
    const reviews = await reviewsOfYear(tx, operator.id, { year, centre })
    await record({
      name: 'expert-review.year-taken',
      subjectKind: 'operator',
      subjectId: operator.id,
      data: { year, centre, format },
    })
    return ok({
      format,
      locale: langue ?? ('fr' as const),
      content: {
        operator: operator.name,
        today,
        year,
        centre,
        all: figuresOf(reviews, today),
        sectors: figuresBySector(reviews, today),
      },
    })
  },
})
