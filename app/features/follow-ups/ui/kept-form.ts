import type { FormState } from '#app/http/form.tsx'
import { keptReview } from '../action-reviews.ts'

/** The same form, whose fields show what was kept when nothing was typed since. */
export function keptForm(form: FormState, kept: Readonly<Record<string, unknown>>): FormState {
  const review = keptReview(kept)
  return { ...form, field: (name, stored) => form.field(name, stored ?? review[name] ?? written(kept[name])) }
}

const written = (value: unknown): string | number | null => {
  if (Array.isArray(value)) return value.join('\n')
  if (value === true) return 'oui'
  return typeof value === 'string' || typeof value === 'number' ? value : null
}

/** What was typed of the programme's questions, as their fields write it. */
export function keptTyped(kept: Readonly<Record<string, unknown>>): Record<string, string> {
  const { answers } = kept
  if (typeof answers !== 'object' || answers === null) return {}
  return Object.fromEntries(
    Object.entries(answers).flatMap(([code, value]: [string, unknown]) => {
      const text = written(value)
      return text === null || text === '' ? [] : [[code, String(text)]]
    }),
  )
}
