import { fieldErrors, Invalid } from '#app/access/outcome.ts'
import { changesBetween } from '#app/features/history/changes.ts'
import type { Recording } from '#app/features/history/history.store.server.ts'
import type { Moment, Question } from '#app/features/programmes/questions.ts'
import type { Day } from '#app/kernel/day.ts'
import { writeAnswers } from './answers.store.server.ts'
import { type Answers, answerWords, isAnswered } from './answers.ts'
import { answersInput } from './answers-input.ts'
import type { answersNow } from './step-answers.ts'

/** The typed answers to these questions; the refusals are named after the fields of the form, `answers.<code>`. */
export function readAnswers(questions: readonly Question[], typed: unknown): Answers {
  const read = answersInput(questions).safeParse(typed)
  if (read.success) return read.data
  throw new Invalid(
    Object.fromEntries(
      Object.entries(fieldErrors(read.error)).map(([name, issues]) => [name ? `answers.${name}` : '', issues]),
    ),
  )
}

type Writing = {
  step: string
  moment: Moment
  on: Day
  questions: readonly Question[]
  given: Answers
  stored: ReturnType<typeof answersNow>
  /** Who alone reads the confidential ones; nobody when she has no account, and is asked none. */
  me: string | null
}

/** Writes what changed. History keeps what the team may read; of the rest, only that it was written. */
export async function recordAnswers(
  { tx, operator, record }: Pick<Recording, 'tx' | 'operator' | 'record'>,
  accompanimentId: string,
  { step, moment, on, questions, given, stored, me }: Writing,
): Promise<void> {
  const asValue = (question: Question) => {
    const value = given[question.code]
    return isAnswered(value) ? value : null
  }
  const changed = questions.filter(
    question => JSON.stringify(asValue(question)) !== JSON.stringify(stored.values[question.code] ?? null),
  )
  if (changed.length === 0) return
  await writeAnswers(tx, operator.id, accompanimentId, {
    moment,
    version: stored.version + 1,
    on,
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
    subjectId: accompanimentId,
    accompanimentId,
    data: { step, moment, changes: changesBetween(told(stored.values), told(given)) },
  })
}
