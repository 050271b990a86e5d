import type { ComingReminder } from './coming-reminder.ts'

/** Read one by one up to this many; beyond, the day’s page would be one sentence said sixty times. */
const readOneByOne = 3

/** The reminders of one day, one rule and one kind of recipient, together when there are many, but those that somebody has changed; in the order given. */
export function batches(coming: readonly ComingReminder[]): ComingReminder[][] {
  const known = new Map<string, ComingReminder[]>()
  for (const reminder of coming) {
    const { leavesOn, rule, label, to, channel, change } = reminder
    const key = change ? reminder.key : [leavesOn, rule, label.fr, to, channel].join(' ')
    const batch = known.get(key)
    if (batch) batch.push(reminder)
    else known.set(key, [reminder])
  }
  return [...known.values()].flatMap(batch => (batch.length > readOneByOne ? [batch] : batch.map(one => [one])))
}
