import { isMember } from '#app/access/actor.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { stateOf } from './expert-review.ts'
import { reviewYearInput } from './expert-review-input.ts'
import { askedCentres, reviewsOfYear } from './review-year.store.server.ts'
import { countOfList, figuresBySector, figuresOf, isCounted } from './review-year.ts'

/** The second readings of a year, as a resource centre is told of them; each number leads to the requests that it counts. */
export const reviewYearPage = defineQuery({
  name: 'expert-review.year',
  input: reviewYearInput,
  subject: theOperator,
  allow: isMember,
  run: async ({ tx, operator, today }, { annee, centre, liste, specialite }) => {
    const thisYear = Number(today.slice(0, 4))
    const year = annee ?? thisYear
    const { centres, firstYear } = await askedCentres(tx, operator.id)
    const reviews = await reviewsOfYear(tx, operator.id, { year, centre })
    const counted = countOfList(liste)
    const first = Math.min(firstYear ?? thisYear, year)
    return {
      base: `/o/${operator.slug}`,
      year,
      years: Array.from({ length: Math.max(thisYear, year) - first + 1 }, (_, back) => Math.max(thisYear, year) - back),
      centre,
      centres,
      all: figuresOf(reviews, today),
      sectors: figuresBySector(reviews, today),
      list: counted && {
        count: counted,
        sector: specialite,
        reviews: reviews
          .filter(review => isCounted(counted, review, today) && (!specialite || review.sector === specialite))
          .map(review => ({
            id: review.id,
            number: review.number,
            centre: review.centre,
            sector: review.sector,
            sentOn: review.sentOn,
            dueOn: review.dueOn,
            answeredOn: review.answeredOn,
            state: stateOf(review, today),
          })),
      },
    }
  },
})
