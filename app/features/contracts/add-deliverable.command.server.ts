import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { engineeringOfCase, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { recordOnCases } from '#app/features/engineerings/record-on-cases.ts'
import { newId } from '#app/kernel/ids.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { NewDeliverableInput } from './contract-input.ts'
import { insertDeliverable } from './contracts.store.server.ts'

/** One more thing that the contract promises. */
export const addDeliverable = defineCommand({
  name: 'deliverable.add',
  input: NewDeliverableInput,
  subject: ({ tx, operator }, { engineeringId, number }) =>
    engineeringOfCase(tx, operator.id, { engineeringId, number }, { lock: true }),
  allow: isMember,
  run: async (ctx, { engineeringId, title, dueOn }, engineering) => {
    const { tx, operator } = ctx
    if (engineering.state === 'cancelled') return fail('engineering-cancelled')
    if (engineering.state === 'paid') return fail('engineering-paid')
    const id = newId()
    await insertDeliverable(tx, operator.id, { id, engineeringId, title, dueOn })
    const cases = (await membersOf(tx, operator.id, [engineeringId])).map(member => member.accompanimentId)
    const about = { subjectKind: 'deliverable', subjectId: id, data: { title, dueOn } }
    await recordOnCases(ctx, cases, { name: 'deliverable.added', ...about })
    return ok({ deliverableId: id })
  },
})
