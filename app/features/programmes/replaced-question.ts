import type { AnswerValue } from '#db/schema/accompaniments.ts'
import type { Question, Replaced } from './questions.ts'

type Asked = Pick<Question, 'kind' | 'replaces'>

/** What a question took the place of, the latest first: each is read in the scale of the one before it in this list. */
export function replacedBy({ replaces }: Pick<Asked, 'replaces'>): Replaced[] {
  if (!replaces) return []
  const { earlier = [], ...latest } = replaces
  return [latest, ...earlier]
}

/**
 * An answer to a question that this one took the place of, directly or by others in between, in this one's scale; null
 * where nothing was declared for it.
 */
export function converted(asked: Asked, question: string, value: AnswerValue): AnswerValue | null {
  const chain = replacedBy(asked)
  const from = chain.findIndex(replaced => replaced.question === question)
  const readings = chain.slice(0, from + 1).reverse()
  if (readings.length === 0) return null
  if (readings.every(({ same }) => same)) return value
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
  return asked.kind === 'scale' || asked.kind === 'number' || asked.kind === 'euros' ? Number(answer) : answer
}
