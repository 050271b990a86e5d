import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { EnrolmentInput } from './cohort-input.ts'
import { memberOf } from './cohort-subject.store.server.ts'
import { writeEnrolment } from './cohorts.store.server.ts'

/** Who comes for a member, its charter and its days; or that it left, and why: it stays in the denominator. */
export const saveEnrolment = defineCommand({
  name: 'cohort.enrol',
  input: EnrolmentInput,
  subject: ({ tx, operator }, address) => memberOf(tx, operator.id, address),
  allow: isMember,
  run: async ({ tx, operator, today, record }, input, { member }) => {
    const { engineeringId, accompanimentId, number: _number, version, leaderDays, ...written } = input
    const { version: known, leaderQuarters, ...was } = member.enrolment
    const values = { ...was, leaderDays: leaderQuarters === null ? null : leaderQuarters / 4 }
    if (known !== version) throw await conflictOn(tx, operator.id, accompanimentId, { version: known, values })
    if (written.charterSignedOn && written.charterSignedOn > today)
      return fail('day-to-come', undefined, 'charterSignedOn')
    if (written.withdrawnOn && written.withdrawnOn > today) return fail('day-to-come', undefined, 'withdrawnOn')
    if (written.withdrawnOn && !written.withdrawalReason)
      return fail('withdrawal-unexplained', undefined, 'withdrawalReason')
    const stored = { ...written, leaderQuarters: leaderDays }
    await writeEnrolment(tx, operator.id, { engineeringId, accompanimentId }, stored)
    const left = written.withdrawnOn !== null && was.withdrawnOn === null
    const after = { ...written, leaderDays: leaderDays === null ? null : leaderDays / 4 }
    await record({
      name: left ? 'cohort.member-withdrew' : 'cohort.enrolled',
      subjectKind: 'engineering',
      subjectId: engineeringId,
      accompanimentId,
      data: { member: member.name, changes: changesBetween(values, after) },
    })
    return ok({ member: member.name })
  },
})
