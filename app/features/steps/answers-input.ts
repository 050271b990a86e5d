import type { Question } from '#app/features/programmes/questions.ts'
import {
  cents,
  choice,
  decimal,
  integer,
  line,
  list,
  object,
  optional,
  optionalDay,
  optionalText,
} from '#app/kernel/input.ts'

/** The schema of the form that asks these questions. */
export function answersInput(questions: readonly Question[]) {
  return object(Object.fromEntries(questions.map(asked => [asked.code, answerInput(asked)])))
}

function answerInput({ kind, options = [], scale }: Question) {
  const codes = options.map(({ code }) => code)
  switch (kind) {
    case 'line':
      return optional(line({ max: 500 }))
    case 'text':
      return optionalText({ max: 20_000 })
    case 'number':
      return optional(decimal({ scale: 2, min: -1e12, max: 1e12 }))
    case 'euros':
      return optional(cents({ min: -1e14, max: 1e14 }))
    case 'choice':
      return optional(choice(codes))
    case 'choices':
      return list(choice(codes), { max: 40 })
    case 'scale':
      return optional(integer({ min: 0, max: scale?.max ?? 4 }))
    case 'date':
      return optionalDay()
    case 'file':
      // Attached by a form of its own: nothing may be typed there.
      return optional(choice([]))
  }
}
