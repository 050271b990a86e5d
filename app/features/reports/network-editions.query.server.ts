import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { object } from '#app/kernel/input.ts'
import { readContent } from './edition-content.ts'
import { publishedEditions } from './editions.store.server.ts'

/** What a network sets side by side: the volumes that are never masked, and the results. */
const shownFigures = [
  'intakes',
  'diagnostics',
  'organisations_supported',
  'engineering_individual',
  'engineering_collective',
  'provider_days',
  'jobs_concerned',
  'followup_rate',
] as const

/** The latest published edition of each agreement and year of one operator: frozen figures, never its rows. */
export const networkEditionsPage = defineQuery({
  name: 'network.editions',
  input: object({}),
  subject: theOperator,
  allow: actor => actor.kind === 'network',
  run: async ({ tx, operator }) => {
    const seen = new Set<string>()
    const latest = (await publishedEditions(tx, operator.id)).filter(({ agreementId, year }) => {
      const key = `${agreementId} ${year}`
      return !seen.has(key) && seen.add(key)
    })
    return {
      operator: { slug: operator.slug, name: operator.name },
      editions: latest.map(({ id, year, edition, publishedAt, content }) => {
        const { agreement, chapters, locale } = readContent(content)
        const figures = chapters.flatMap(chapter => chapter.figures)
        return {
          id,
          year,
          edition,
          publishedAt,
          locale,
          code: agreement.code,
          funder: agreement.funder,
          figures: shownFigures.flatMap(code => figures.find(figure => figure.code === code) ?? []),
        }
      }),
    }
  },
})
