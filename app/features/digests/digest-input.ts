import { choice, integer, object } from '#app/kernel/input.ts'
import { rhythms } from './digest-rules.ts'

export const DigestChoiceInput = object({
  rhythm: choice(rhythms),
  weekday: integer({ min: 1, max: 5 }),
  hour: integer({ min: 8, max: 18 }),
})
