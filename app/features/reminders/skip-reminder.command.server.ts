import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { skipReminderInput } from './case-reminder-input.ts'
import { decideReminder } from './reminder-changes.store.server.ts'
import { lockReminderOfCase } from './reminder-of-case.store.server.ts'

/** One reminder of a case never leaves; the others of its rule do, on their days. */
export const skipReminder = defineCommand({
  name: 'reminder.skip',
  input: skipReminderInput,
  subject: lockReminderOfCase,
  allow: isMember,
  run: async (ctx, { number, reason }, { known, reminder, rule }) => {
    if (!reminder || !rule) return fail('reminder-left')
    if (!(await decideReminder(ctx, reminder, { kind: 'skipped', reason }))) return fail('reminder-left')
    await ctx.record({
      name: 'reminder.skipped',
      subjectKind: 'accompaniment',
      subjectId: known.row.id,
      accompanimentId: known.row.id,
      data: { ...rule.label, rule: rule.rule, on: reminder.dueOn, reason },
    })
    return ok({ number })
  },
})
