import { markOf } from '#app/features/programmes/editing.ts'
import { caseRemindersPage } from '#app/features/reminders/case-reminders-page.query.server.ts'
import { markOfChange } from '#app/features/reminders/coming-reminder.ts'
import type { ReminderRule } from '#app/features/reminders/reminder-rule.ts'
import { usualChannel } from '#app/features/reminders/reminder-rules.ts'
import { skipReminder } from '#app/features/reminders/skip-reminder.command.server.ts'
import { shippedRule } from '#db/seed/programmes/reminder-catalogue.ts'
import { caseIn } from '../cases.ts'
import { inDemonstration } from '../demonstration.ts'
import { aBouncedLetter } from '../ledger.ts'
import { createCase, createEngineering, createSession } from '../missions.ts'
import type { TestOperator } from '../operator.ts'
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

/** A reminder of a session at the end of the month. */
async function comingOf(operator: TestOperator) {
  const practitioner = await operator.practitioner()
  const { number, ...one } = await createCase(operator)
  const engineeringId = await createEngineering(operator, [{ number, ...one }])
  await createSession(operator, engineeringId, { status: 'planned', heldOn: '2026-03-30' })
  await operator.consultant(engineeringId)
  const page = await practitioner.read(caseRemindersPage, { number })
  const first = page.kind === 'done' && page.value.coming.find(({ rule }) => rule === 'R13')
  if (!first) throw new Error('nothing is to come')
  const { rule, subjectId, occurrence, anchorOn, change } = first
  return { which: { number, rule, subjectId, occurrence, anchorOn }, change, practitioner }
}

export const samples: Record<string, Sample> = {
  'reminder.page': { allowed: ['practitioner', 'manager'], prepare: async () => ({ input: {} }) },
  'reminder.of-case': {
    allowed: ['practitioner', 'manager'],
    prepare: async operator => ({ input: { number: (await caseIn(operator)).number } }),
  },
  'reminder.skip': {
    allowed: ['practitioner', 'manager'],
    prepare: async operator => ({ input: { ...(await comingOf(operator)).which, reason: 'déjà fait' } }),
  },
  'reminder.change': {
    allowed: ['practitioner', 'manager'],
    prepare: async operator => {
      const { which, change } = await comingOf(operator)
      return { input: { ...which, mark: markOfChange(change), leavesOn: '2026-03-20', reason: 'pressé' } }
    },
  },
  'reminder.find-contact': {
    allowed: ['practitioner', 'manager'],
    prepare: async operator => {
      const { number, recipient } = await aBouncedLetter(operator)
      return { input: { number, recipient, contact: 'corrected', corrected: 'autre@structure.example' } }
    },
  },
  'reminder.restore': {
    allowed: ['practitioner', 'manager'],
    prepare: async operator => {
      const { which, practitioner } = await comingOf(operator)
      await practitioner.must(skipReminder, { ...which, reason: 'déjà fait' })
      const page = await practitioner.read(caseRemindersPage, { number: which.number })
      const [skipped] = page.kind === 'done' ? page.value.skipped : []
      return { input: { number: which.number, id: skipped?.id ?? '' } }
    },
  },
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
