import { fields, line, object, optional, optionalText } from '#app/kernel/input.ts'

export const scoreCaseInput = object({
  number: line({ max: 20 }),
  step: line({ max: 60 }),
  /** A juror from outside; absent, the scores are those of the one who writes. */
  juror: optional(line({ max: 120 })),
  scores: fields({ max: 80 }),
  comment: optionalText({ max: 4000 }),
})
