import type { ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'
import type { Moment } from '#app/features/programmes/questions.ts'
import { versionsOf } from '#app/features/programmes/versions.store.server.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { AnswerRow } from './answers.store.server.ts'
import { isAnswered, type RemovedAnswer } from './answers.ts'

/** The answers of a step whose questions the programme of the case no longer asks anywhere. */
export async function removedAnswers(
  tx: TenantTx,
  operatorId: string,
  asked: { definition: ProgrammeDefinition; step: string; moment: Moment; rows: readonly AnswerRow[] },
): Promise<RemovedAnswer[]> {
  const { definition, step, moment, rows } = asked
  const known = new Set(definition.steps.flatMap(({ questions = [] }) => questions.map(({ code }) => code)))
  const left = rows.filter(row => row.moment === moment && !known.has(row.question) && isAnswered(row.value))
  if (left.length === 0) return []
  const versions = await versionsOf(tx, operatorId, definition.code)
  const before = versions.flatMap(
    version => version.definition.steps.find(({ code }) => code === step)?.questions ?? [],
  )
  return left.flatMap(({ question: code, value }) => {
    const question = before.find(one => one.code === code)
    return question && value !== null ? [{ question, value }] : []
  })
}
