import { day, email, id, integer, line, object, optional, optionalText, text, version } from '#app/kernel/input.ts'

const caseNumber = () => line({ max: 20 })

/** Which reminder: what makes it unique, and the case where it is shown. */
const one = {
  number: caseNumber(),
  rule: line({ max: 3 }),
  subjectId: id(),
  occurrence: integer({ min: 1, max: 9 }),
  anchorOn: day(),
}
const reason = () => text({ max: 500 })

export const caseRemindersInput = object({ number: caseNumber() })
export const skipReminderInput = object({ ...one, reason: reason() })
export const changeReminderInput = object({
  ...one,
  /** Of what was decided before, as it was read. */
  mark: version(),
  /** The earlier day; that of its rule when empty. */
  leavesOn: optional(day()),
  /** Added to the letter. */
  addition: optionalText({ max: 2000 }),
  reason: reason(),
})
export const findContactInput = object({
  number: caseNumber(),
  /** The address that refuses. */
  recipient: email(),
  /** The id of somebody else of the organisation, or `corrected`. */
  contact: line({ max: 40 }),
  corrected: optional(email()),
})
export const restoreReminderInput = object({ number: caseNumber(), id: id() })
