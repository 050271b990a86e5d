import type { Moment, Question } from '#app/features/programmes/questions.ts'
import type { AnswerValue } from '#db/schema/accompaniments.ts'

type Row = { question: string; moment: string; value: AnswerValue | null; version: number }

/** What is stored of these questions at a moment. The version of a form is the highest of its rows. */
export function answersNow(rows: readonly Row[], questions: readonly Pick<Question, 'code'>[], moment: Moment) {
  const codes = new Set(questions.map(({ code }) => code))
  const mine = rows.filter(row => row.moment === moment && codes.has(row.question))
  return {
    version: mine.reduce((highest, { version }) => Math.max(highest, version), 0),
    values: Object.fromEntries(mine.map(({ question, value }) => [question, value])),
  }
}
