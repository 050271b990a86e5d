import { worksOn } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { engineeringById, membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { recordOnCases } from '#app/features/engineerings/record-on-cases.ts'
import { fileOf } from '#app/features/files/file-input.ts'
import { newId } from '#app/kernel/ids.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { DepositDeliverableInput } from './contract-input.ts'
import { deliverableTell } from './contracts.jobs.ts'
import { insertDeliverable, updateDeliverable } from './contracts.store.server.ts'
import { replaceDeliverableFile } from './deliverable-files.store.server.ts'

/** A consultant hands over what the contract does not name: its title is hers, and it is reviewed as the others are. */
export const depositDeliverable = defineCommand({
  name: 'deliverable.deposit',
  input: DepositDeliverableInput,
  subject: ({ tx, operator }, { engineeringId }) => engineeringById(tx, operator.id, engineeringId, { lock: true }),
  allow: (actor, engineering) => worksOn(actor, engineering.id, 'write'),
  run: async (ctx, input, engineering) => {
    const { tx, operator, today, enqueue } = ctx
    const { engineeringId, title, address, note } = input
    if (engineering.state === 'cancelled') return fail('engineering-cancelled')
    if (engineering.state === 'paid') return fail('engineering-paid')
    const file = fileOf(input)
    if (!address && !note && !file) return fail('deliverable-nowhere', undefined, 'address')
    const id = newId()
    await insertDeliverable(tx, operator.id, { id, engineeringId, title, dueOn: null })
    await updateDeliverable(tx, operator.id, id, { state: 'submitted', submittedOn: today, address, note })
    if (file) await replaceDeliverableFile(tx, operator.id, { engineeringId, deliverableId: id }, file)
    const cases = (await membersOf(tx, operator.id, [engineeringId])).map(member => member.accompanimentId)
    const about = { subjectKind: 'deliverable', subjectId: id, happenedOn: today }
    await recordOnCases(ctx, cases, { name: 'deliverable.submitted', ...about, data: { title } })
    await enqueue(deliverableTell, { deliverableId: id, handedId: id }, id)
    return ok({ deliverableId: id })
  },
})
