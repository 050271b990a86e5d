import { type Case, lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { addDays, type Day } from '#app/kernel/day.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { ReminderRule } from './reminder-rule.ts'
import type { Reminder } from './reminder-rules.ts'
import { missingReminders } from './reminders.store.server.ts'
import { type RuleGroup, ruleOf, rulesInForce } from './rules-in-force.store.server.ts'

/** How far ahead a case shows what will be sent, and what may be decided about it. */
const shownDays = 90
export const shownUntil = (today: Day): Day => addDays(today, shownDays)

type Asking = { tx: TenantTx; operator: { id: string; settings: Record<string, unknown> }; today: Day }
type Which = { number: string; rule: string; subjectId: string; occurrence: number; anchorOn: string }
export type ReminderOfCase = { known: Case; reminder: Reminder | null; rule: ReminderRule | null }

/** A case and one of its reminders to come, as its rule and what was decided make it; null once it has left, or is settled. */
export async function lockReminderOfCase(asking: Asking, { number, ...which }: Which): Promise<ReminderOfCase | null> {
  const { tx, operator, today } = asking
  const known = await lockCase(tx, operator.id, number)
  if (!known) return null
  const groups = await rulesInForce(tx, operator)
  const reminder = await findReminder(asking, groups, {
    ...which,
    accompanimentId: known.row.id,
    until: shownUntil(today),
  })
  return { known, reminder, rule: reminder && ruleOf(groups, reminder) }
}

async function findReminder(
  asking: Asking,
  groups: readonly RuleGroup[],
  { accompanimentId, until, ...which }: Omit<Which, 'number'> & { accompanimentId: string; until: Day },
): Promise<Reminder | null> {
  const its = groups.filter(group => group.rules.some(({ rule }) => rule.rule === which.rule))
  const missing = await missingReminders(asking, its, { until, accompanimentId })
  return (
    missing.find(
      ({ rule, subjectId, occurrence, anchorOn }) =>
        rule === which.rule &&
        subjectId === which.subjectId &&
        occurrence === which.occurrence &&
        anchorOn === which.anchorOn,
    ) ?? null
  )
}
