import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { memberLeft } from '#app/features/team/team.jobs.ts'
import { ok } from '#app/kernel/result.ts'
import { NetworkReaderInput } from './network-reader-input.ts'
import { endNetworkReading, networkReader } from './network-readers.store.server.ts'

/** Ends the reading of one person, from her next request on. */
export const revokeNetwork = defineCommand({
  name: 'network.revoke',
  input: NetworkReaderInput,
  subject: ({ tx, operator }, { grantId }) => networkReader(tx, operator.id, grantId),
  allow: isManager,
  run: async ({ tx, operator, now, record, enqueue }, { grantId }, { userId, name }) => {
    await endNetworkReading(tx, operator.id, grantId, now)
    await record({ name: 'network.revoked', subjectKind: 'member', subjectId: userId, data: {} })
    await enqueue(memberLeft, { userId }, grantId)
    return ok({ name })
  },
})
