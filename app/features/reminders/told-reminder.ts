import type { Day } from '#app/kernel/day.ts'

/** A reminder that the team was told in the product. */
export type ToldReminder = {
  id: string
  label: { fr: string; en: string }
  name: string
  on: Day
  /** A letter that had nobody to go to, told in its place. */
  isInstead: boolean
  /** What it asks is still to do, not read or read; or nothing asks for it any more. */
  state: 'unread' | 'read' | 'ended'
}
