import { markOf } from '#app/features/programmes/editing.ts'
import type { ReminderRule } from '#app/features/reminders/reminder-rule.ts'
import { usualChannel } from '#app/features/reminders/reminder-rules.ts'
import { shippedRule } from '#db/seed/programmes/reminder-catalogue.ts'
import { inDemonstration } from '../demonstration.ts'
import type { Sample } from '../use-cases.ts'

const yesNo = (value: boolean) => (value ? 'oui' : 'non')

/** What the form of a rule sends when nothing was changed. */
export const wholeRule = (rule: ReminderRule) => ({
  mark: markOf(rule),
  rule: rule.rule,
  on: yesNo(!rule.off),
  occurrences: rule.occurrences.map(({ days, business, to, channel }) => ({
    days: String(days),
    business: yesNo(business),
    to,
    channel: channel ?? usualChannel(to),
  })),
  escalation: rule.escalation ? String(rule.escalation.days) : '',
  escalationBusiness: yesNo(rule.escalation?.business ?? false),
})

export const samples: Record<string, Sample> = {
  'reminder.page': { allowed: ['practitioner', 'manager'], prepare: async () => ({ input: {} }) },
  'reminder.rules': { allowed: ['manager'], prepare: async () => ({ input: {} }) },
  'reminder.simulation': { allowed: ['manager'], prepare: async () => ({ input: {} }) },
  'reminder.adapt-rule': {
    allowed: ['manager'],
    prepare: async () => ({ input: wholeRule(shippedRule('R24')) }),
  },
  'operator.settings': { allowed: ['manager'], prepare: async () => ({ input: {} }) },
  'clock.page': {
    allowed: ['manager'],
    prepare: async operator => {
      await inDemonstration(operator)
      return { input: {} }
    },
  },
  'clock.advance': {
    allowed: ['manager'],
    prepare: async operator => {
      await inDemonstration(operator)
      return { input: { to: '2026-06-01' } }
    },
  },
}
