import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { agreementsOfCase, linkAgreements } from '#app/features/agreements/case-agreements.store.server.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { agreementsInput } from './accompaniment-input.ts'
import { lockCase } from './accompaniments.store.server.ts'
import { codesOf, noAgreement } from './seen.ts'

/** Which agreements pay for the case: a figure of an agreement counts the cases that name it. */
export const chooseAgreements = defineCommand({
  name: 'accompaniment.choose-agreements',
  input: agreementsInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async (
    { tx, operator, record },
    { number, agreements, seen },
    { row },
  ): Promise<Result<{ number: string }, Failure<'unknown-agreement'>>> => {
    const codes = async () => codesOf(await agreementsOfCase(tx, operator.id, row.id))
    const before = await codes()
    if (seen && seen !== (before || noAgreement))
      throw await conflictOn(tx, operator.id, row.id, { version: row.version, values: { agreements: before } })
    if (!(await linkAgreements(tx, operator.id, row.id, agreements))) return fail('unknown-agreement', {}, 'agreements')
    await record({
      name: 'accompaniment.agreements-chosen',
      subjectKind: 'accompaniment',
      subjectId: row.id,
      accompanimentId: row.id,
      data: { changes: { agreements: [before || null, (await codes()) || null] } },
    })
    return ok({ number })
  },
})
