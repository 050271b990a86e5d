import type { AnswerValue } from '#db/schema/accompaniments.ts'
import type { Question } from './questions.ts'

/** An answer to the question that this one took the place of, in this one's scale; null where nothing was declared for it. */
export function converted(asked: Pick<Question, 'kind' | 'replaces'>, value: AnswerValue): AnswerValue | null {
  const { replaces, kind } = asked
  if (!replaces) return null
  if (replaces.same) return value
  const one = (given: string): string | null => replaces.answers?.[given] ?? null
  if (Array.isArray(value)) {
    const all = value.flatMap(given => one(given) ?? [])
    return all.length === value.length ? all : null
  }
  const answer = one(String(value))
  if (answer === null) return null
  return kind === 'scale' || kind === 'number' || kind === 'euros' ? Number(answer) : answer
}
