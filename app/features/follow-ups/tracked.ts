import type { ProgrammeDefinition } from '#app/features/programmes/programme-definition.ts'
import type { Moment, Question } from '#app/features/programmes/questions.ts'
import { moments } from '#app/features/programmes/questions.ts'
import { codesOf, earlierAnswer } from '#app/features/programmes/replaced-question.ts'
import { type Answers, isAnswered, isAsked, questionsAt } from '#app/features/steps/answers.ts'
import type { AnswerValue } from '#db/schema/accompaniments.ts'

type TrackedStep = { code: string; questions: Question[] }

/** The tracked questions of a definition, by the step that asked them first. */
export function trackedSteps({ steps }: Pick<ProgrammeDefinition, 'steps'>): TrackedStep[] {
  return steps
    .map(step => ({ code: step.code, questions: questionsAt(step, 'T1') }))
    .filter(({ questions }) => questions.length > 0)
}

/** As a wave asks them: nothing is expected there, since an unknown is better than an answer made up. */
export const trackedQuestions = (definition: Pick<ProgrammeDefinition, 'steps'>): Question[] =>
  trackedSteps(definition).flatMap(({ questions }) => questions.map(({ required: _required, ...asked }) => asked))

/**
 * What a wave leaves of the tracked questions: what was answered now, else what the team had noted of that wave; of a
 * question whose condition is not met, nothing.
 */
export function waveAnswers(questions: readonly Question[], stored: Answers, given: Answers): Answers {
  const merged = Object.fromEntries(
    questions.map(({ code }) => [code, isAnswered(given[code]) ? given[code] : (stored[code] ?? null)]),
  )
  return Object.fromEntries(
    questions.map(asked => [asked.code, isAsked(asked, questions, merged) ? (merged[asked.code] ?? null) : null]),
  )
}

type Row = { question: string; moment: string; value: AnswerValue | null; answeredOn: string }
export type TrackedMoment = {
  moment: Moment
  /** The last day on which one of them was answered. */
  on: string
  values: Record<string, AnswerValue>
  /** Questions whose value here was given to the one that they took the place of, and turned into their scale. */
  converted: string[]
  /** Questions that were asked otherwise here, so that nothing is compared. */
  apart: string[]
}

/**
 * T0, then each wave at which a tracked question was answered; a moment with no answer at all is not there. What was
 * answered to the question that another took the place of is read through what was declared of the two; where nothing
 * was, it is said to have been asked otherwise, and has no value.
 */
export function trackedMoments(questions: readonly Question[], rows: readonly Row[]): TrackedMoment[] {
  const codes = new Set(questions.flatMap(codesOf))
  return moments.flatMap(moment => {
    const answered = rows.flatMap(({ question, moment: of, value, answeredOn }) =>
      of === moment && codes.has(question) && isAnswered(value) ? [{ question, value, answeredOn }] : [],
    )
    const on = answered.reduce((last, { answeredOn }) => (answeredOn > last ? answeredOn : last), '')
    const given = new Map(answered.map(({ question, value }) => [question, value]))
    const found: Omit<TrackedMoment, 'moment' | 'on'> = { values: {}, converted: [], apart: [] }
    for (const asked of questions) {
      const own = given.get(asked.code)
      const earlier = own === undefined ? earlierAnswer(asked, given) : null
      const value = own ?? earlier?.value ?? null
      if (value !== null) found.values[asked.code] = value
      if (!earlier) continue
      if (value === null) found.apart.push(asked.code)
      else if (!earlier.isSame) found.converted.push(asked.code)
    }
    return on ? [{ moment, on, ...found }] : []
  })
}
