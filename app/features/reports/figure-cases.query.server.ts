import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { catalogue, isFigureCode } from '#app/features/figures/catalogue.ts'
import { readContent } from './edition-content.ts'
import { editionTrace } from './edition-trace.ts'
import { editionById, traceOf } from './editions.store.server.ts'
import { FigureCasesInput } from './report-input.ts'
import { storiesTrace } from './stories-trace.ts'

/** The cases that a figure of an edition, or its quotations, came from: as they were when it was built. */
export const figureCasesPage = defineQuery({
  name: 'edition.figureCases',
  input: FigureCasesInput,
  subject: async ({ tx, operator }, { editionId, figure }) => {
    const edition = await editionById(tx, operator.id, editionId)
    const trace = edition && (await traceOf(tx, operator.id, editionId, figure))
    return edition && trace ? { edition, trace } : null
  },
  allow: isMember,
  run: async ({ operator }, { figure }, { edition, trace }) => {
    const content = readContent(edition.content)
    const { content: _content, ...line } = edition
    const frozen = content.chapters.flatMap(chapter => chapter.figures).find(({ code }) => code === figure) ?? null
    return {
      operator: operator.slug,
      edition: line,
      locale: content.locale,
      figure: frozen,
      isStories: figure === storiesTrace,
      isMedian: isFigureCode(figure) && catalogue[figure].measure.kind === 'median',
      trace: editionTrace.parse(trace),
    }
  },
})
