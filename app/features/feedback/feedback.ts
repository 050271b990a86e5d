/** Answers are told by so many at once: fewer would tell who gave which, and a sum that moved by one would too. */
export const batchSize = 5

export type Feedback = { answers: number; total: number }

/** What several operators know of her, together; null when none has a whole batch. */
export function feedbackMean(feedback: readonly Feedback[]): { mean: number; answers: number } | null {
  const answers = feedback.reduce((sum, one) => sum + one.answers, 0)
  const total = feedback.reduce((sum, one) => sum + one.total, 0)
  return answers < batchSize ? null : { mean: total / answers, answers }
}
