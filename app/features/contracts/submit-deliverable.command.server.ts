import { isMember, worksOn } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { recordOnCases } from '#app/features/engineerings/record-on-cases.ts'
import { fileOf } from '#app/features/files/file-input.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { SubmitDeliverableInput } from './contract-input.ts'
import { deliverableTell } from './contracts.jobs.ts'
import { updateDeliverable } from './contracts.store.server.ts'
import { replaceDeliverableFile } from './deliverable-files.store.server.ts'
import { deliverableOf, deliverableValues } from './deliverable-subject.store.server.ts'

/** It was handed over, by its consultant or noted in her place; after a revision, again. */
export const submitDeliverable = defineCommand({
  name: 'deliverable.submit',
  input: SubmitDeliverableInput,
  subject: ({ tx, operator }, address) => deliverableOf(tx, operator.id, address),
  allow: (actor, { engineering }) => isMember(actor) || worksOn(actor, engineering.id, 'write'),
  run: async (ctx, input, { engineering, deliverable }) => {
    const { tx, operator, today, actor, enqueue } = ctx
    const { deliverableId, engineeringId, version, address, note } = input
    // A practitioner notes what was given some days ago; its consultant gives it now.
    const submittedOn = isMember(actor) ? input.submittedOn : today
    const before = deliverableValues(deliverable)
    if (deliverable.version !== version)
      throw await conflictOn(tx, operator.id, deliverableId, { version: deliverable.version, values: before })
    if (engineering.state === 'cancelled') return fail('engineering-cancelled')
    if (deliverable.state === 'accepted') return fail('deliverable-accepted')
    if (submittedOn > today) return fail('day-to-come', undefined, 'submittedOn')
    const file = fileOf(input)
    if (!address && !note && !file && !deliverable.file) return fail('deliverable-nowhere', undefined, 'address')
    const change = { state: 'submitted' as const, submittedOn, address, note }
    await updateDeliverable(tx, operator.id, deliverableId, change)
    if (file) await replaceDeliverableFile(tx, operator.id, { engineeringId, deliverableId }, file)
    const cases = (await membersOf(tx, operator.id, [engineeringId])).map(member => member.accompanimentId)
    await recordOnCases(ctx, cases, {
      name: 'deliverable.submitted',
      subjectKind: 'deliverable',
      subjectId: deliverableId,
      happenedOn: submittedOn,
      data: { title: deliverable.title, changes: changesBetween(before, deliverableValues(change)) },
    })
    const handedId = newId()
    if (!isMember(actor)) await enqueue(deliverableTell, { deliverableId, handedId }, handedId)
    return ok({ deliverableId })
  },
})
