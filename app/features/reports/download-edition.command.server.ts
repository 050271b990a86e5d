import { type Actor, isMember, paysFor } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { readContent } from './edition-content.ts'
import { editionForDownload } from './editions.store.server.ts'
import { DownloadInput } from './report-input.ts'

type Downloaded = { agreementId: string; isPublished: boolean }

const mayRead = (actor: Actor, { agreementId, isPublished }: Downloaded) =>
  isMember(actor) || (isPublished && (paysFor(actor, agreementId) || actor.kind === 'network'))

/** Takes the content of an edition away as a file, and notes who did: a command, since a reading leaves no trace. */
export const downloadEdition = defineCommand({
  name: 'edition.download',
  secondFactor: true,
  input: DownloadInput,
  subject: ({ tx, operator }, { editionId }) => editionForDownload(tx, operator.id, editionId),
  allow: mayRead,
  run: async ({ record }, { editionId, format }, { content }) => {
    if (content === null) return fail('edition-not-ready')
    await record({ name: 'edition.downloaded', subjectKind: 'edition', subjectId: editionId, data: { format } })
    return ok({ content: readContent(content), format })
  },
})
