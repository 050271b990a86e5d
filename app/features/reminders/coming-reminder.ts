import { markOf } from '#app/features/programmes/editing.ts'
import type { Day } from '#app/kernel/day.ts'
import type { Reminder, ReminderChange } from './reminder-rules.ts'
import type { ReminderChannel, ReminderRecipient } from './reminder-vocabulary.ts'

/** A reminder that will leave if nothing changes: who is told what, when, by which channel and why. */
export type ComingReminder = {
  key: string
  rule: string
  subjectId: string
  occurrence: number
  /** What its day is counted from. */
  anchorOn: Day
  label: { fr: string; en: string }
  /** Why it will be sent, and what would stop it. */
  why: { fr: string; en: string } | null
  /** Null when it is about something of the operator, which `about` names. */
  number: string | null
  about: string | null
  /** The day on which it leaves: a letter keeps business days. */
  leavesOn: Day
  to: ReminderRecipient
  channel: ReminderChannel
  /** By name; a letter to nobody who has an address is brought to the team instead. */
  told: { name: string; email: string | null }[]
  /** It follows a letter that has not left: its day is not known for sure. */
  waits: boolean
  /** What somebody decided about it. */
  change: ReminderChange | null
}

/** What stands in the form of a change. */
export const changeFields = ({ change }: Pick<Reminder, 'change'>) => ({
  leavesOn: change?.advancedTo ?? '',
  addition: change?.addition ?? '',
})

/** Two people who change the same reminder meet on it. */
export const markOfChange = (change: ReminderChange | null): number =>
  markOf([change?.advancedTo ?? null, change?.addition ?? null])
