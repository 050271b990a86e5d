import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { readersOf } from '#app/features/agreements/agreements.store.server.ts'
import { planSend } from '#app/features/messages/sends.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { lockEdition, publishEditionRow } from './editions.store.server.ts'
import { EditionInput } from './report-input.ts'

/** The funder and the network read the edition from now on, and its readers are told. What it says can no longer change. */
export const publishEdition = defineCommand({
  name: 'edition.publish',
  input: EditionInput,
  subject: ({ tx, operator }, { editionId }) => lockEdition(tx, operator.id, editionId),
  allow: isManager,
  run: async (ctx, { editionId }, { state, agreementId, year, edition }) => {
    if (state === 'published') return fail('edition-already-published')
    if (state !== 'ready') return fail('edition-not-ready')
    const { tx, operator, now, record } = ctx
    await publishEditionRow(tx, operator.id, editionId, now)
    for (const { userId, email } of await readersOf(tx, operator.id, agreementId))
      await planSend(ctx, {
        key: `report.published:${editionId}:${userId}`,
        message: 'report.published',
        payload: { userId, editionId },
        recipient: email,
        recipientUserId: userId,
      })
    await record({
      name: 'edition.published',
      subjectKind: 'edition',
      subjectId: editionId,
      data: { agreementId, year, edition },
    })
    return ok({ editionId, agreementId })
  },
})
