import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { Conflict } from '#app/access/outcome.ts'
import type { Day } from '#app/kernel/day.ts'
import { type Failure, fail, ok, type Result } from '#app/kernel/result.ts'
import { changeReminderInput } from './case-reminder-input.ts'
import { changeFields, markOfChange } from './coming-reminder.ts'
import { decideReminder } from './reminder-changes.store.server.ts'
import { lockReminderOfCase } from './reminder-of-case.store.server.ts'
import { leavesOn as dayOfLeaving, type Reminder } from './reminder-rules.ts'
import { reminderSweep } from './reminders.jobs.ts'

type Refused = Failure<
  'reminder-left' | 'reminder-waits' | 'reminder-not-earlier' | 'reminder-unchanged' | 'no-letter-to-add-to'
>

/** Sends a reminder of a case on an earlier day, or adds words to its letter. */
export const changeReminder = defineCommand({
  name: 'reminder.change',
  input: changeReminderInput,
  subject: lockReminderOfCase,
  allow: isMember,
  run: async (
    ctx,
    { number, mark, leavesOn, addition, reason },
    subject,
  ): Promise<Result<{ number: string }, Refused>> => {
    const { known, reminder, rule } = subject
    if (!reminder || !rule) return fail('reminder-left')
    const { change } = reminder
    if (mark !== markOfChange(change))
      throw new Conflict({ version: markOfChange(change), values: changeFields(reminder) })
    const refused = refusalOf(reminder, { leavesOn, addition, today: ctx.today })
    if (refused) return refused
    const advancedTo = leavesOn === usualDay(reminder) ? null : leavesOn
    if (advancedTo === (change?.advancedTo ?? null) && addition === (change?.addition ?? null))
      return fail('reminder-unchanged')
    if (!(await decideReminder(ctx, reminder, { kind: 'changed', reason, advancedTo, addition })))
      return fail('reminder-left')
    // What is asked for today leaves now rather than at the next sweep.
    if (advancedTo === ctx.today)
      await ctx.enqueue(reminderSweep, {}, `${reminder.rule}:${reminder.subjectId}:${ctx.now.getTime()}`)
    await ctx.record({
      name: 'reminder.changed',
      subjectKind: 'accompaniment',
      subjectId: known.row.id,
      accompanimentId: known.row.id,
      data: { ...rule.label, rule: rule.rule, on: advancedTo ?? usualDay(reminder), addition, reason },
    })
    return ok({ number })
  },
})

const usualDay = ({ change, dueOn, channel }: Reminder): Day => dayOfLeaving(change?.ruleDay ?? dueOn, channel)

function refusalOf(
  reminder: Reminder,
  { leavesOn, addition, today }: { leavesOn: Day | null; addition: string | null; today: Day },
) {
  if (addition && reminder.channel !== 'mail') return fail('no-letter-to-add-to', {}, 'addition')
  const usual = usualDay(reminder)
  if (leavesOn === null || leavesOn === usual) return null
  if (reminder.waitsFor !== null) return fail('reminder-waits', {}, 'leavesOn')
  const isEarlier = leavesOn >= today && dayOfLeaving(leavesOn, reminder.channel) < usual
  return isEarlier ? null : fail('reminder-not-earlier', {}, 'leavesOn')
}
