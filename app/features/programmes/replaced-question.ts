import type { AnswerValue } from '#db/schema/accompaniments.ts'
import { isMeasured } from './question-kinds.ts'
import type { Question, Replaced } from './questions.ts'

type Asked = Pick<Question, 'kind' | 'replaces'>

/** What a question took the place of, the latest first: each is read in the scale of the one before it in this list. */
export function replacedBy({ replaces }: Pick<Asked, 'replaces'>): Replaced[] {
  if (!replaces) return []
  const { earlier = [], ...latest } = replaces
  return [latest, ...earlier]
}

/** Under which codes its answers may be kept: its own, and those of what it took the place of. */
export const codesOf = (asked: Pick<Question, 'code' | 'replaces'>): string[] => [
  asked.code,
  ...replacedBy(asked).map(({ question }) => question),
]

/** `isSame`: read as it is. A null value: nothing was declared that would turn it into the scale of this question. */
type Earlier = { value: AnswerValue | null; isSame: boolean }

/**
 * The answer to the latest question that this one took the place of, directly or by others in between, and that was answered;
 * in this one's scale. Null when none was.
 */
export function earlierAnswer(asked: Asked, given: ReadonlyMap<string, AnswerValue>): Earlier | null {
  const chain = replacedBy(asked)
  for (const [at, { question }] of chain.entries()) {
    const value = given.get(question)
    if (value === undefined) continue
    const readings = chain.slice(0, at + 1).reverse()
    const isSame = readings.every(({ same }) => same)
    return { value: isSame ? value : converted(asked, readings, value), isSame }
  }
  return null
}

/** Through each reading in turn; of several answers, all of them or none. */
function converted(asked: Asked, readings: readonly Replaced[], value: AnswerValue): AnswerValue | null {
  const read = (given: string): string | null =>
    readings.reduce<string | null>(
      (answer, { same, answers }) => (same || answer === null ? answer : (answers?.[answer] ?? null)),
      given,
    )
  if (Array.isArray(value)) {
    const all = value.flatMap(given => read(given) ?? [])
    return all.length === value.length ? all : null
  }
  const answer = read(String(value))
  if (answer === null) return null
  return isMeasured(asked) ? Number(answer) : answer
}
