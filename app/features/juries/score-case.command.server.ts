import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { fieldErrors, Invalid } from '#app/access/outcome.ts'
import { lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { stepOf } from '#app/features/steps/answers.ts'
import { answersInput } from '#app/features/steps/answers-input.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { writeScores } from './juries.store.server.ts'
import { gridOf } from './jury.ts'
import { scoreCaseInput } from './jury-input.ts'

/** One juror's own scores of a case, on the grid of its step: a member's, or those that she keeps for one from outside. */
export const scoreCase = defineCommand({
  name: 'jury.score',
  input: scoreCaseInput,
  subject: async ({ tx, operator }, { number, step: code }) => {
    const found = await lockCase(tx, operator.id, number)
    const step = found && stepOf(found.programme.definition, code)
    return found && step?.jury ? { row: found.row, step } : null
  },
  allow: isMember,
  run: async (
    { tx, operator, actor, record },
    { juror, scores: typed, comment },
    { row, step },
  ): Promise<Result<{ step: string }, Failure<'no-score'>>> => {
    const read = answersInput(gridOf(step)).safeParse(typed)
    if (!read.success)
      throw new Invalid(
        Object.fromEntries(Object.entries(fieldErrors(read.error)).map(([name, issues]) => [`scores.${name}`, issues])),
      )
    const scores: Record<string, number> = {}
    for (const [code, value] of Object.entries(read.data)) if (typeof value === 'number') scores[code] = value
    if (Object.keys(scores).length === 0) return fail('no-score')
    if (actor.kind !== 'member') throw new Error('a juror without an account')
    await writeScores(tx, operator.id, {
      accompanimentId: row.id,
      step: step.code,
      writerId: actor.userId,
      juror: juror ?? '',
      scores,
      comment,
    })
    await record({ name: 'step.scored', subjectKind: 'accompaniment', subjectId: row.id, accompanimentId: row.id })
    return ok({ step: step.code })
  },
})
