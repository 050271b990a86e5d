import { isSystem } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { agreementByCode } from '#app/features/figures/figures.store.server.ts'
import { composeContent } from './compose-content.store.server.ts'
import type { EditionContent } from './edition-content.ts'
import { editionMatter } from './edition-matter.store.server.ts'
import { ComputedReportInput } from './report-input.ts'

/** The language of the document; its readers are French administrations. */
const locale = 'fr'

/** A report as it would be built now, for who runs the installation. Nothing is kept of it: its edition is number 0. */
export const computedReport = defineQuery({
  name: 'report.computed',
  input: ComputedReportInput,
  subject: ({ tx, operator }, { agreement }) => agreementByCode(tx, operator.id, agreement),
  allow: isSystem,
  run: async ({ tx, operator, today }, { year }, { id }): Promise<EditionContent | null> => {
    const read = await editionMatter(tx, { operator, agreementId: id, year, edition: 0, builtOn: today, locale })
    return read && composeContent(read.matter, locale)
  },
})
