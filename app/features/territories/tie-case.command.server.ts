import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { challengeById, insertTie } from './challenge-cases.store.server.ts'
import { tieInput } from './territory-input.ts'

/** Says that a case, or a project that has no organisation yet, works on a challenge of a territory. */
export const tieCase = defineCommand({
  name: 'challenge.tie-case',
  input: tieInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (
    { tx, operator, today, record },
    { number, challengeId, reason },
    { row },
  ): Promise<Result<{ number: string }, Failure<'unknown-challenge' | 'case-already-tied'>>> => {
    const challenge = await challengeById(tx, operator.id, challengeId)
    if (!challenge) return fail('unknown-challenge', {}, 'challengeId')
    const tie = { operatorId: operator.id, challengeId, accompanimentId: row.id, reason, tiedOn: today }
    if (!(await insertTie(tx, tie))) return fail('case-already-tied', {}, 'challengeId')
    await record({
      name: 'challenge.case-tied',
      subjectKind: 'challenge',
      subjectId: challengeId,
      accompanimentId: row.id,
      data: { number, title: challenge.title, territory: challenge.territory, reason },
    })
    return ok({ number })
  },
})
