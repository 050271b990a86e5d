import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { ReviewInput } from './cohort-input.ts'
import { memberOf } from './cohort-subject.store.server.ts'
import { writeReview } from './cohorts.store.server.ts'

/** The individual closing of a member: what changed, what it says of the group, and who else was there. */
export const saveReview = defineCommand({
  name: 'cohort.review',
  input: ReviewInput,
  subject: ({ tx, operator }, address) => memberOf(tx, operator.id, address),
  allow: isMember,
  run: async ({ tx, operator, today, record }, input, { member }) => {
    const { engineeringId, accompanimentId, number: _number, version, ...written } = input
    const { version: known = 0, ...was } = member.review ?? {}
    if (known !== version) throw await conflictOn(tx, operator.id, accompanimentId, { version: known, values: was })
    if (member.enrolment.withdrawnOn) return fail('member-withdrew')
    if (written.heldOn > today) return fail('day-to-come', undefined, 'heldOn')
    await writeReview(tx, operator.id, { engineeringId, accompanimentId }, written)
    await record({
      name: 'cohort.reviewed',
      subjectKind: 'engineering',
      subjectId: engineeringId,
      accompanimentId,
      happenedOn: written.heldOn,
      data: { member: member.name, changes: changesBetween(was, written) },
    })
    return ok({ member: member.name })
  },
})
