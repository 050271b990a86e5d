import type { ProgrammeDefinition, ProgrammeStep } from '#app/features/programmes/programme-definition.ts'
import type { Label, Moment, Question } from '#app/features/programmes/questions.ts'
import type { AnswerValue } from '#db/schema/accompaniments.ts'

export type Answers = Readonly<Record<string, AnswerValue | null>>

/** An answer to a question that the programme asks no more, in the words in which it was asked last. */
export type RemovedAnswer = { question: Question; value: AnswerValue }

/** The questions of a step that are typed at a moment: all of them at T0, the tracked ones at a wave; files are attached. */
export function questionsAt(step: Pick<ProgrammeStep, 'questions'>, moment: Moment): Question[] {
  const asked = (step.questions ?? []).filter(({ kind }) => kind !== 'file')
  return moment === 'T0' ? asked : asked.filter(({ tracked }) => tracked)
}

export const isAnswered = (value: AnswerValue | null | undefined): value is AnswerValue =>
  value !== null && value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)

/** Whether a question is to be asked, given the other answers: its condition holds, and that of the one it rests on. */
export function isAsked({ when }: Question, questions: readonly Question[], answers: Answers): boolean {
  if (!when) return true
  const other = questions.find(({ code }) => code === when.question)
  const value = answers[when.question]
  const given = typeof value === 'string' ? [value] : Array.isArray(value) ? value : []
  return other !== undefined && isAsked(other, questions, answers) && given.some(answer => when.is.includes(answer))
}

/** The required questions of a step that have no answer yet. */
export function missingIn({ questions = [] }: Pick<ProgrammeStep, 'questions'>, answers: Answers): Question[] {
  return questions.filter(
    asked => asked.required && isAsked(asked, questions, answers) && !isAnswered(answers[asked.code]),
  )
}

export const stepOf = ({ steps }: Pick<ProgrammeDefinition, 'steps'>, code: string | null | undefined) =>
  steps.find(step => step.code === code) ?? null

/** An answer as its field of the form writes it; several choices one per line, as the form reads them back. */
export function answerText({ kind }: Pick<Question, 'kind'>, value: AnswerValue | null | undefined): string {
  if (!isAnswered(value)) return ''
  if (typeof value === 'number') return String(kind === 'euros' ? value / 100 : value).replace('.', ',')
  return typeof value === 'string' ? value : value.join('\n')
}

/** An answer as it is read: the words of a choice, in one language. */
export function answerWords(question: Question, value: AnswerValue | null | undefined, locale: keyof Label): string {
  const wordsOf = (code: string) => question.options?.find(option => option.code === code)?.label[locale] ?? code
  if (question.kind === 'choice' || question.kind === 'choices')
    return answerText(question, value).split('\n').filter(Boolean).map(wordsOf).join(', ')
  return answerText(question, value)
}
