import { isManager } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { addGrant, lockManagers, memberGrant, otherManagers, revokeGrants } from './members.store.server.ts'
import { RoleChangeInput } from './team-input.ts'

/** Another role for a member, from her next request on. The last manager stays one. */
export const changeRole = defineCommand({
  name: 'member.change-role',
  input: RoleChangeInput,
  subject: async ({ tx, operator }, { grantId }) => {
    await lockManagers(tx, operator.id)
    return memberGrant(tx, operator.id, grantId)
  },
  allow: isManager,
  run: async ({ tx, operator, now, today, record }, { role }, member) => {
    if (member.revokedAt) return fail('member-changed')
    if (member.kind === role) return ok({ name: member.name })
    if (role !== 'manager' && (await otherManagers(tx, operator.id, member.userId, today)) === 0)
      return fail('last-manager')
    await revokeGrants(tx, operator.id, member.userId, now)
    await addGrant(tx, operator.id, { userId: member.userId, kind: role, fromOn: today })
    await record({
      name: 'member.role-changed',
      subjectKind: 'member',
      subjectId: member.userId,
      data: { from: member.kind, to: role },
    })
    return ok({ name: member.name })
  },
})
