import { isMember } from '#app/access/actor.ts'
import { defineCommand } from '#app/access/command.server.ts'
import { lockCase } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { restoreReminderInput } from './case-reminder-input.ts'
import { forgetDecision } from './reminder-changes.store.server.ts'
import { labelOfRule, rulesInForce } from './rules-in-force.store.server.ts'

/** A reminder that was skipped, or changed, is again what its rule says. */
export const restoreReminder = defineCommand({
  name: 'reminder.restore',
  input: restoreReminderInput,
  subject: ({ tx, operator }, { number }) => lockCase(tx, operator.id, number),
  allow: isMember,
  run: async ({ tx, operator, record }, { number, id }, { row }) => {
    const rule = await forgetDecision(tx, operator.id, { id, accompanimentId: row.id })
    if (!rule) return fail('reminder-left')
    await record({
      name: 'reminder.restored',
      subjectKind: 'accompaniment',
      subjectId: row.id,
      accompanimentId: row.id,
      data: { ...labelOfRule(await rulesInForce(tx, operator), rule, row.programmeId), rule },
    })
    return ok({ number })
  },
})
