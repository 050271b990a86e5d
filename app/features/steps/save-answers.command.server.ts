import { isMember } from '#app/access/actor.ts'
import { type CommandContext, defineCommand, fieldErrors } from '#app/access/command.server.ts'
import { Invalid } from '#app/access/outcome.ts'
import { type Case, lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import type { Moment, Question } from '#app/features/programmes/questions.ts'
import { ok } from '#app/kernel/result.ts'
import { answersOfCase, writeAnswers } from './answers.store.server.ts'
import { type Answers, answerText, answerWords, isAnswered, questionsAt, stepOf } from './answers.ts'
import { answersInput } from './answers-input.ts'
import { answersNow } from './step-answers.ts'
import { saveAnswersInput } from './step-input.ts'

/** The answers of a step as far as they are known: nothing is mandatory, only the transitions look for what is missing. */
export const saveAnswers = defineCommand({
  name: 'step.save-answers',
  input: saveAnswersInput,
  subject: async ({ tx, operator }, { number, step: code }) => {
    const found = await lockCase(tx, operator.id, number)
    const step = found && stepOf(found.programme.definition, code)
    return found && step?.questions ? { ...found, step } : null
  },
  allow: isMember,
  run: async (ctx, { step: code, moment: asked, version, answers: typed }, subject) => {
    const { tx, operator } = ctx
    const moment = asked ?? 'T0'
    const questions = questionsAt(subject.step, moment)
    const read = answersInput(questions).safeParse(typed)
    if (!read.success) throw new Invalid(named(fieldErrors(read.error)))
    const stored = answersNow(await answersOfCase(tx, operator.id, subject.row.id), questions, moment)
    if (stored.version !== version) throw await conflict(ctx, subject, questions, stored)
    await write(ctx, subject, { code, moment, questions, given: read.data, stored })
    return ok({ step: code, moment })
  },
})

const named = (errors: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(errors).map(([name, issues]) => [name ? `answers.${name}` : '', issues]))

type Stored = ReturnType<typeof answersNow>

async function conflict(ctx: CommandContext, { row }: Case, questions: readonly Question[], stored: Stored) {
  const values = Object.fromEntries(
    questions.map(question => [`answers.${question.code}`, answerText(question, stored.values[question.code])]),
  )
  return conflictOn(ctx.tx, ctx.operator.id, row.id, { version: stored.version, values })
}

type Writing = {
  code: string
  moment: Moment
  questions: readonly Question[]
  given: Answers
  stored: Stored
}

/** History keeps what the team may read; of the rest, only that it was written. */
async function write(ctx: CommandContext, { row }: Case, { code, moment, questions, given, stored }: Writing) {
  const { tx, operator, actor, today, record } = ctx
  const me = actor.kind === 'member' ? actor.userId : null
  const asValue = (question: Question) => {
    const value = given[question.code]
    return isAnswered(value) ? value : null
  }
  const changed = questions.filter(
    question => JSON.stringify(asValue(question)) !== JSON.stringify(stored.values[question.code] ?? null),
  )
  if (changed.length === 0) return
  await writeAnswers(tx, operator.id, row.id, {
    moment,
    version: stored.version + 1,
    on: today,
    changed: changed.map(question => ({
      question: question.code,
      value: asValue(question),
      readerId: question.confidential ? me : null,
    })),
  })
  const shared = changed.filter(({ confidential }) => !confidential)
  const told = (values: Answers) =>
    Object.fromEntries(shared.map(question => [question.label.fr, answerWords(question, values[question.code], 'fr')]))
  await record({
    name: 'step.answered',
    subjectKind: 'accompaniment',
    subjectId: row.id,
    accompanimentId: row.id,
    data: { step: code, moment, changes: changesBetween(told(stored.values), told(given)) },
  })
}
