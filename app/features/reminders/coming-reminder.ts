import type { Day } from '#app/kernel/day.ts'
import type { ReminderChannel, ReminderRecipient } from './reminder-vocabulary.ts'

/** A reminder that will leave if nothing changes: who is told what, when, by which channel and why. */
export type ComingReminder = {
  key: string
  rule: string
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
}
