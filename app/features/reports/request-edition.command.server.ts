import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { lockAgreement } from '#app/features/agreements/agreements.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { insertEdition } from './editions.store.server.ts'
import { RequestEditionInput } from './report-input.ts'
import { reportBuild } from './reports.jobs.ts'

/** Asks for the report of an agreement's year: another edition each time, built by the workers. */
export const requestEdition = defineCommand({
  name: 'edition.request',
  input: RequestEditionInput,
  // Locked, so that two requests at once are two numbers.
  subject: ({ tx, operator }, { agreementId }) => lockAgreement(tx, operator.id, agreementId),
  allow: isMember,
  run: async ({ tx, operator, actor, record, enqueue }, { agreementId, year }, agreement) => {
    if (`${year}-12-31` < agreement.startsOn || `${year}-01-01` > agreement.endsOn)
      return fail('year-outside-agreement', undefined, 'year')
    const requestedBy = actor.kind === 'member' ? actor.userId : null
    const { id, edition } = await insertEdition(tx, operator.id, { agreementId, year, requestedBy })
    await enqueue(reportBuild, { editionId: id }, id)
    await record({
      name: 'edition.requested',
      subjectKind: 'edition',
      subjectId: id,
      data: { agreementId, year, edition },
    })
    return ok({ editionId: id, edition })
  },
})
