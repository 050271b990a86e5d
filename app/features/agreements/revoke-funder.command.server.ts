import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { ok } from '#app/kernel/result.ts'
import { RevokeFunderInput } from './agreement-input.ts'
import { endReading, isReading } from './readers.store.server.ts'

/** Ends the reading of one person, from her next request on. */
export const revokeFunder = defineCommand({
  name: 'agreement.revokeFunder',
  input: RevokeFunderInput,
  subject: ({ tx, operator }, { agreementId, grantId }) => isReading(tx, operator.id, agreementId, grantId),
  allow: isManager,
  run: async ({ tx, operator, now, record }, { agreementId, grantId }) => {
    await endReading(tx, operator.id, agreementId, grantId, now)
    await record({
      name: 'agreement.funder-revoked',
      subjectKind: 'agreement',
      subjectId: agreementId,
      data: { grantId },
    })
    return ok({ agreementId })
  },
})
