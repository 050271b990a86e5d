import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { forgetAbsencesOf } from './absences.store.server.ts'
import { lockManagers, memberGrant, otherManagers, revokeGrants } from './members.store.server.ts'
import { memberLeft } from './team.jobs.ts'
import { MemberInput } from './team-input.ts'

/** Closes the operator to a member, from her next request on. What she wrote stays, with her name. */
export const deactivateMember = defineCommand({
  name: 'member.deactivate',
  input: MemberInput,
  subject: async ({ tx, operator }, { grantId }) => {
    await lockManagers(tx, operator.id)
    return memberGrant(tx, operator.id, grantId)
  },
  allow: isManager,
  run: async ({ tx, operator, now, today, record, enqueue }, { grantId }, member) => {
    if (member.revokedAt) return fail('member-changed')
    if (member.kind === 'manager' && (await otherManagers(tx, operator.id, member.userId, today)) === 0)
      return fail('last-manager')
    await revokeGrants(tx, operator.id, member.userId, now)
    await forgetAbsencesOf(tx, operator.id, member.userId, today)
    await record({
      name: 'member.deactivated',
      subjectKind: 'member',
      subjectId: member.userId,
      data: { role: member.kind },
    })
    await enqueue(memberLeft, { userId: member.userId }, grantId)
    return ok({ name: member.name })
  },
})
