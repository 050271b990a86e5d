import type { Day } from '#app/kernel/day.ts'
import type { ComingReminder } from './coming-reminder.ts'
import { reachOf } from './reminder-recipients.store.server.ts'
import { leavesOn, plannedReminders, type Reminder } from './reminder-rules.ts'
import type { Asking } from './reminder-subjects.store.server.ts'
import { missingReminders } from './reminders.store.server.ts'
import { type RuleGroup, ruleOf } from './rules-in-force.store.server.ts'

/**
 * Who will be told what, until that day, if nothing changes: what the sweeps of these days will do, by the same rules and
 * the same selections. Those who are told are found for the day on which it leaves.
 */
export async function comingReminders(
  asking: Asking,
  groups: readonly RuleGroup[],
  span: { until: Day; accompanimentId?: string | undefined },
): Promise<ComingReminder[]> {
  const planned = plannedReminders(await missingReminders(asking, groups, span), {
    today: asking.today,
    until: span.until,
  })
  const byDay = new Map<Day, Reminder[]>()
  for (const reminder of planned) byDay.set(reminder.dueOn, [...(byDay.get(reminder.dueOn) ?? []), reminder])
  const found: ComingReminder[] = []
  for (const [dueOn, due] of byDay) {
    const reach = await reachOf({ ...asking, today: dueOn }, due)
    for (const reminder of due) {
      const rule = ruleOf(groups, reminder)
      const known = reach.cases.get(reminder.accompanimentId ?? '')
      if (!rule) continue
      found.push({
        key: `${reminder.rule}:${reminder.subjectId}:${reminder.occurrence}:${reminder.anchorOn}`,
        rule: reminder.rule,
        subjectId: reminder.subjectId,
        occurrence: reminder.occurrence,
        anchorOn: reminder.anchorOn,
        label: rule.label,
        why: rule.why ?? null,
        number: known?.number ?? null,
        about: known ? known.organisation : reminder.name,
        leavesOn: leavesOn(dueOn, reminder.channel),
        to: reminder.to,
        channel: reminder.channel,
        told: reach.of(reminder).map(({ name, email }) => ({ name, email })),
        waits: reminder.waitsFor !== null,
        change: reminder.change,
      })
    }
  }
  return found.sort((one, other) => (one.leavesOn < other.leavesOn ? -1 : one.leavesOn > other.leavesOn ? 1 : 0))
}
