import { checkbox, id, line, list, object, optional, optionalText } from '#app/kernel/input.ts'
import { casesAtMost } from './handover.ts'

/** Who gives and who receives; what names nobody is asked again. */
export const handoverPageInput = object({ de: optional(line({ max: 40 })), a: optional(line({ max: 40 })) })

const given = object({
  number: line({ max: 20 }),
  chosen: checkbox(),
  brief: optionalText({ max: 2000 }),
})
export const giveCasesInput = object({ fromId: id(), toId: id(), cases: list(given, { max: casesAtMost }) })
export const handoverInput = object({ handoverId: id() })
