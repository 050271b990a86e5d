import { defineEffect } from '#app/access/effect.server.ts'
import { Permanent, Unavailable } from '#app/access/outcome.ts'
import { composeContent } from './compose-content.store.server.ts'
import { editionMatter } from './edition-matter.store.server.ts'
import { failEdition, freezeEdition, lockEdition } from './editions.store.server.ts'
import { EditionInput } from './report-input.ts'

/** The language of the document; its readers are French administrations. */
const locale = 'fr'

/**
 * Builds one edition: its content and the proof of each figure are one transaction, so that a build that fails halfway
 * leaves nothing but the note that it failed. An edition that was built is never built again.
 */
export const buildEdition = defineEffect({
  name: 'edition.build',
  input: EditionInput,
  run: async ({ transaction }, { editionId }) => {
    try {
      await transaction(async ({ tx, operator, now, today, record }) => {
        const asked = await lockEdition(tx, operator.id, editionId)
        if (!asked) throw new Permanent('no such edition')
        if (asked.state === 'ready' || asked.state === 'published') return
        const read = await editionMatter(tx, { operator, ...asked, builtOn: today, locale })
        if (!read) throw new Permanent('no such agreement or year')
        const content = composeContent(read.matter, locale)
        await freezeEdition(tx, operator.id, editionId, { content, traces: read.traces, now })
        const { agreementId, year, edition } = asked
        await record({
          name: 'edition.built',
          subjectKind: 'edition',
          subjectId: editionId,
          data: { agreementId, year, edition },
        })
      })
    } catch (error) {
      // A database that is away says nothing about the report: the job comes back when it does.
      if (error instanceof Unavailable) throw error
      await transaction(async ({ tx, operator }) => {
        const row = await lockEdition(tx, operator.id, editionId)
        if (row?.state === 'requested') await failEdition(tx, operator.id, editionId, 'build-failed')
      })
      throw error
    }
  },
})
