import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { eraseSends } from '#app/features/messages/erase-sends.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { adviceOf } from './advice.store.server.ts'
import { memberInput } from './committee-input.ts'
import { deleteMember, membersOf } from './committees.store.server.ts'

/** Her link opens on nothing from then on, and her address is kept nowhere. */
export const removeCommitteeMember = defineCommand({
  name: 'committee.remove-member',
  input: memberInput,
  subject: async ({ tx, operator }, { committeeId, memberId }) =>
    (await membersOf(tx, operator.id, committeeId)).find(({ id }) => id === memberId) ?? null,
  allow: isMember,
  run: async (
    { tx, operator, record },
    { committeeId },
    member,
  ): Promise<Result<{ id: string }, Failure<'member-has-advised'>>> => {
    const said = await adviceOf(tx, operator.id, committeeId)
    if (said.some(({ memberId }) => memberId === member.id)) return fail('member-has-advised')
    await deleteMember(tx, operator.id, member.id)
    await eraseSends(tx, operator.id, { key: 'memberId', ids: [member.id] })
    await record({
      name: 'committee.member-removed',
      subjectKind: 'committee',
      subjectId: committeeId,
      data: { name: member.name },
    })
    return ok({ id: committeeId })
  },
})
