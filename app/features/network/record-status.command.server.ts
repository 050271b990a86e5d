import { actorId, isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { lockSheets } from '#app/features/organisations/merges.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { recordStatusInput } from './network-input.ts'
import { statusOn } from './network-status.ts'
import { insertStatus, statusesOf } from './network-statuses.store.server.ts'

/** Says which place an organisation takes in the network from a day on; what was said before stays. */
export const recordNetworkStatus = defineCommand({
  name: 'network.record-status',
  input: recordStatusInput,
  // Locked, so that two people do not both say that it has just become a member.
  subject: async ({ tx, operator }, { id }) => (await lockSheets(tx, operator.id, [id]))[0] ?? null,
  allow: isMember,
  run: async (
    { tx, operator, actor, today, now, record },
    { id: organisationId, status, sinceOn, reason },
    organisation,
  ): Promise<Result<{ id: string }, Failure<'day-to-come' | 'status-unchanged' | 'already-merged'>>> => {
    if (organisation.mergedIntoId) return fail('already-merged')
    if (sinceOn > today) return fail('day-to-come', {}, 'sinceOn')
    const before = statusOn(await statusesOf(tx, operator.id, organisationId), sinceOn)
    if (before?.status === status) return fail('status-unchanged', {}, 'status')
    const recordedBy = actor.kind === 'member' ? actorId(actor) : null
    const row = { operatorId: operator.id, organisationId, status, sinceOn, reason, recordedBy, createdAt: now }
    const id = await insertStatus(tx, row)
    await record({
      name: 'network.status-recorded',
      subjectKind: 'organisation',
      subjectId: organisationId,
      happenedOn: sinceOn,
      data: { changes: { networkStatus: [before?.status ?? null, status] }, reason },
    })
    return ok({ id })
  },
})
