import { choice, id, line, object, optional } from '#app/kernel/input.ts'
import { citations } from './reference.ts'

const fromCase = { number: optional(line({ max: 20 })), engineeringId: id() }

export const AskReferenceInput = object({ ...fromCase, accompanimentId: id() })
export const WithdrawReferenceInput = object({ ...fromCase, referenceId: id() })
export const AnswerReferenceInput = object({ citation: choice(citations) })
