import { isMember } from '#app/access/actor.ts'
import { type CommandContext, defineCommand } from '#app/access/command.server.ts'
import { type Case, lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { conflictOn } from '#app/features/history/history.store.server.ts'
import type { Question } from '#app/features/programmes/questions.ts'
import { ok } from '#app/kernel/result.ts'
import { answersOfCase } from './answers.store.server.ts'
import { answerText, questionsAt, stepOf } from './answers.ts'
import { readAnswers, recordAnswers } from './record-answers.store.server.ts'
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
    const { tx, operator, actor, today } = ctx
    const moment = asked ?? 'T0'
    const questions = questionsAt(subject.step, moment)
    const given = readAnswers(questions, typed)
    const stored = answersNow(await answersOfCase(tx, operator.id, subject.row.id), questions, moment)
    if (stored.version !== version) throw await conflict(ctx, subject, questions, stored)
    const me = actor.kind === 'member' ? actor.userId : null
    await recordAnswers(ctx, subject.row.id, { step: code, moment, on: today, questions, given, stored, me })
    return ok({ step: code, moment })
  },
})

type Stored = ReturnType<typeof answersNow>

async function conflict(ctx: CommandContext, { row }: Case, questions: readonly Question[], stored: Stored) {
  const values = Object.fromEntries(
    questions.map(question => [`answers.${question.code}`, answerText(question, stored.values[question.code])]),
  )
  return conflictOn(ctx.tx, ctx.operator.id, row.id, { version: stored.version, values })
}
