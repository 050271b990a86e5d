import { choice, id, object, optional, optionalDay } from '#app/kernel/input.ts'

const period = { engineeringId: id(), du: optionalDay(), au: optionalDay() }
export const StatementAddress = object(period)
export const TakeStatementInput = object({ ...period, langue: optional(choice(['fr', 'en'])) })
