import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { createCommitteeInput } from './committee-input.ts'
import { insertCommittee } from './committees.store.server.ts'

/** A meeting of the committee; its members reach the agenda until that day unless told. */
export const createCommittee = defineCommand({
  name: 'committee.create',
  input: createCommitteeInput,
  subject: async ({ operator }) => operator,
  allow: isMember,
  run: async (
    { tx, operator, today, record },
    { heldOn, place, opensOn, closesOn },
  ): Promise<Result<{ id: string }, Failure<'closes-before-it-opens'>>> => {
    const days = { opensOn: opensOn ?? today, closesOn: closesOn ?? heldOn }
    if (days.closesOn < days.opensOn) return fail('closes-before-it-opens', {}, 'closesOn')
    const id = await insertCommittee(tx, operator.id, { heldOn, place, ...days })
    await record({ name: 'committee.created', subjectKind: 'committee', subjectId: id, data: { heldOn } })
    return ok({ id })
  },
})
