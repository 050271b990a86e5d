import { caseNumber } from '#app/features/accompaniments/accompaniment-input.ts'
import { day, decimal, id, line, object, optional } from '#app/kernel/input.ts'

export const addVolunteerTimeInput = object({
  number: caseNumber(),
  doneOn: day(),
  volunteer: optional(line({ max: 120 })),
  activity: line({ max: 200 }),
  hours: decimal({ scale: 2, min: 0.25, max: 1000 }),
  /** In euros. */
  hourlyRate: optional(decimal({ scale: 2, min: 0, max: 1000 })),
})
export const removeVolunteerTimeInput = object({ number: caseNumber(), timeId: id() })
