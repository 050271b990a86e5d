import type { Question } from '#app/features/programmes/questions.ts'

export type Scores = Readonly<Record<string, number>>
export type JurorScores = { id: string; juror: string; isMine: boolean; scores: Scores; comment: string | null }

/** One line of the grid, its scores in the order of the jurors. Mean and spread are null while nobody scored it. */
export type JuryLine = {
  question: Question
  scores: (number | null)[]
  mean: number | null
  /** Between the highest and the lowest: where the jurors have something to talk about. */
  spread: number | null
}
export type JuryGrid = { questions: Question[]; jurors: JurorScores[]; lines: JuryLine[] }

/** The scales of a step: what each juror gives. */
export const gridOf = ({ questions = [] }: { questions?: Question[] | undefined }): Question[] =>
  questions.filter(({ kind }) => kind === 'scale')

export function sideBySide(questions: Question[], jurors: JurorScores[]): JuryGrid {
  const lines = questions.map(question => {
    const scores = jurors.map(one => one.scores[question.code] ?? null)
    const given = scores.filter(score => score !== null)
    const mean = given.length > 0 ? given.reduce((sum, score) => sum + score, 0) / given.length : null
    return { question, scores, mean, spread: given.length > 0 ? Math.max(...given) - Math.min(...given) : null }
  })
  return { questions, jurors, lines }
}
