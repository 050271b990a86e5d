import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { recordOnCases } from '#app/features/engineerings/record-on-cases.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { DropDeliverableInput } from './contract-input.ts'
import { deleteDeliverable } from './contracts.store.server.ts'
import { deliverableOf, deliverableValues } from './deliverable-subject.store.server.ts'

/** One that was listed by mistake; what was submitted stays. */
export const dropDeliverable = defineCommand({
  name: 'deliverable.drop',
  input: DropDeliverableInput,
  subject: ({ tx, operator }, address) => deliverableOf(tx, operator.id, address),
  allow: isMember,
  run: async (ctx, { engineeringId, deliverableId, version }, { deliverable }) => {
    const { tx, operator } = ctx
    if (deliverable.version !== version) {
      const values = deliverableValues(deliverable)
      throw await conflictOn(tx, operator.id, deliverableId, { version: deliverable.version, values })
    }
    if (deliverable.state !== 'expected') return fail('deliverable-submitted')
    await deleteDeliverable(tx, operator.id, deliverableId)
    const cases = (await membersOf(tx, operator.id, [engineeringId])).map(member => member.accompanimentId)
    const about = { subjectKind: 'deliverable', subjectId: deliverableId, data: { title: deliverable.title } }
    await recordOnCases(ctx, cases, { name: 'deliverable.dropped', ...about })
    return ok({ deliverableId })
  },
})
