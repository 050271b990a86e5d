import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { challengeById, deleteTie } from './challenge-cases.store.server.ts'
import { tieInput } from './territory-input.ts'

/** The case does not work on this challenge any more, or never did; history keeps both. */
export const untieCase = defineCommand({
  name: 'challenge.untie-case',
  input: tieInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (
    { tx, operator, record },
    { number, challengeId, reason },
    { row },
  ): Promise<Result<{ number: string }, Failure<'case-not-tied'>>> => {
    const challenge = await challengeById(tx, operator.id, challengeId)
    if (!challenge || !(await deleteTie(tx, operator.id, challengeId, row.id))) return fail('case-not-tied')
    await record({
      name: 'challenge.case-untied',
      subjectKind: 'challenge',
      subjectId: challengeId,
      accompanimentId: row.id,
      data: { number, title: challenge.title, territory: challenge.territory, reason },
    })
    return ok({ number })
  },
})
