import { moments } from '#app/features/programmes/questions.ts'
import { choice, fields, line, object, optional, optionalDay, optionalText, version } from '#app/kernel/input.ts'

const number = () => line({ max: 20 })
const step = () => line({ max: 60 })

export const stepPageInput = object({
  number: number(),
  step: step(),
  moment: optional(choice(moments)),
  /** Looked for, to attach the case to it. */
  structure: optional(line({ max: 120 })),
})
export const saveAnswersInput = object({
  number: number(),
  step: step(),
  moment: optional(choice(moments)),
  /** The highest version of the rows of the step; 0 when there was none. */
  version: version(),
  answers: fields({ max: 100 }),
})
export const takeStepInput = object({
  number: number(),
  transition: line({ max: 60 }),
  on: optionalDay(),
  reason: optionalText({ max: 2000 }),
})
