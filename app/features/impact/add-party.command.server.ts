import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { lockStudy } from './impact.store.server.ts'
import { addPartyInput } from './impact-input.ts'
import { insertParty, partiesOf } from './impact-parties.store.server.ts'

/** Somebody who is concerned, and will give her own measure. */
export const addParty = defineCommand({
  name: 'impact.add-party',
  input: addPartyInput,
  subject: ({ tx, operator }, { number }) => lockStudy(tx, operator.id, number),
  allow: isMember,
  run: async (
    { tx, operator, record },
    { number: _number, ...party },
    { row, study },
  ): Promise<Result<{ id: string }, Failure<'already-a-party' | 'impact-concluded'>>> => {
    if (study.stage === 'concluded') return fail('impact-concluded')
    const known = await partiesOf(tx, operator.id, study.id)
    if (known.some(({ email, revokedAt }) => email === party.email && revokedAt === null))
      return fail('already-a-party', {}, 'email')
    const id = await insertParty(tx, { operatorId: operator.id, studyId: study.id, ...party })
    await record({
      name: 'impact.party-added',
      subjectKind: 'impact_party',
      subjectId: id,
      accompanimentId: row.id,
      data: { name: party.name },
    })
    return ok({ id })
  },
})
