import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { recordOnCases } from '#app/features/engineerings/record-on-cases.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { ReviewDeliverableInput } from './contract-input.ts'
import { updateDeliverable } from './contracts.store.server.ts'
import { deliverableOf, deliverableValues } from './deliverable-subject.store.server.ts'

/** The organisation accepts it and says who may be given it; or it is to be revised, and why. */
export const reviewDeliverable = defineCommand({
  name: 'deliverable.review',
  input: ReviewDeliverableInput,
  subject: ({ tx, operator }, address) => deliverableOf(tx, operator.id, address),
  allow: isMember,
  run: async (ctx, input, { deliverable }) => {
    const { tx, operator, today } = ctx
    const { deliverableId, engineeringId, version, verdict, remark, acceptedOn, acceptedBy, sharing } = input
    const before = deliverableValues(deliverable)
    if (deliverable.version !== version)
      throw await conflictOn(tx, operator.id, deliverableId, { version: deliverable.version, values: before })
    if (deliverable.state === 'accepted') return fail('deliverable-accepted')
    if (!deliverable.submittedOn) return fail('deliverable-not-submitted')
    if (verdict === 'to_revise' && !remark) return fail('remark-needed', undefined, 'remark')
    if (verdict === 'accepted') {
      if (!acceptedOn) return fail('acceptance-undated', undefined, 'acceptedOn')
      if (acceptedOn > today) return fail('day-to-come', undefined, 'acceptedOn')
      if (acceptedOn < deliverable.submittedOn) return fail('accepted-before-submitted', undefined, 'acceptedOn')
      if (!acceptedBy) return fail('acceptance-unnamed', undefined, 'acceptedBy')
      if (!sharing) return fail('sharing-undecided', undefined, 'sharing')
    }
    const isAccepted = verdict === 'accepted'
    const change = {
      state: verdict,
      remark,
      ...(isAccepted && { acceptedOn, acceptedBy, sharing }),
    }
    await updateDeliverable(tx, operator.id, deliverableId, change)
    const cases = (await membersOf(tx, operator.id, [engineeringId])).map(member => member.accompanimentId)
    await recordOnCases(ctx, cases, {
      name: isAccepted ? 'deliverable.accepted' : 'deliverable.to-revise',
      subjectKind: 'deliverable',
      subjectId: deliverableId,
      data: { title: deliverable.title, changes: changesBetween(before, deliverableValues(change)) },
      ...(isAccepted && acceptedOn && { happenedOn: acceptedOn }),
    })
    return ok({ verdict })
  },
})
