import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { addMemberInput } from './committee-input.ts'
import { committeeById, insertMember, membersOf } from './committees.store.server.ts'

export const addCommitteeMember = defineCommand({
  name: 'committee.add-member',
  input: addMemberInput,
  subject: ({ tx, operator }, { committeeId }) => committeeById(tx, operator.id, committeeId),
  allow: isMember,
  run: async (
    { tx, operator, record },
    { committeeId, ...member },
  ): Promise<Result<{ id: string }, Failure<'already-in-committee'>>> => {
    const known = await membersOf(tx, operator.id, committeeId)
    if (known.some(({ email }) => email === member.email)) return fail('already-in-committee', {}, 'email')
    await insertMember(tx, { operatorId: operator.id, committeeId, ...member })
    await record({
      name: 'committee.member-added',
      subjectKind: 'committee',
      subjectId: committeeId,
      data: { name: member.name },
    })
    return ok({ id: committeeId })
  },
})
