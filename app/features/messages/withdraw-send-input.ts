import { id, line, object, text } from '#app/kernel/input.ts'

export const withdrawSendInput = object({ number: line({ max: 20 }), id: id(), reason: text({ max: 500 }) })
