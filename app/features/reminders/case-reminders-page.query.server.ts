import { isMember } from '#app/access/actor.ts'
import { defineQuery } from '#app/access/query.server.ts'
import { caseByNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { listSends } from '#app/features/messages/send-list.store.server.ts'
import { bouncedAddresses } from './bounced-addresses.store.server.ts'
import { caseRemindersInput } from './case-reminder-input.ts'
import { comingReminders } from './coming-reminders.store.server.ts'
import { skippedReminders } from './reminder-changes.store.server.ts'
import { shownUntil } from './reminder-of-case.store.server.ts'
import { leavesOn } from './reminder-rules.ts'
import { labelOfRule, rulesInForce } from './rules-in-force.store.server.ts'
import { toldInProduct } from './told-reminders.store.server.ts'

const shownAtMost = 100

/** What a case will send, to whom and why, what it does not send any more, and what it sent. */
export const caseRemindersPage = defineQuery({
  name: 'reminder.of-case',
  input: caseRemindersInput,
  subject: ({ tx, operator }, { number }) => caseByNumber(tx, operator.id, number),
  allow: isMember,
  run: async ({ tx, operator, today }, _input, { row }) => {
    const groups = await rulesInForce(tx, operator)
    const until = shownUntil(today)
    const sendsIn = async (states: Parameters<typeof listSends>[2]['states']) =>
      (await listSends(tx, operator.id, { states, accompanimentId: row.id, limit: shownAtMost })).map(
        ({ dueAt, sentAt, ...send }) => ({
          ...send,
          dueAt: dueAt.toISOString(),
          sentAt: sentAt?.toISOString() ?? null,
        }),
      )
    const coming = await comingReminders({ tx, operator, today }, groups, { until, accompanimentId: row.id })
    return {
      number: row.number,
      base: `/o/${operator.slug}`,
      today,
      until,
      organisationPage: row.organisationId ? `/o/${operator.slug}/structures/${row.organisationId}` : null,
      bounced: await bouncedAddresses(tx, operator.id, row),
      isStill: row.suspendedOn !== null || row.abandonedOn !== null,
      ready: await sendsIn(['planned', 'sending']),
      coming: coming.map(reminder => ({
        ...reminder,
        /** What the rule says, when somebody chose another day. */
        usualDay: leavesOn(reminder.change?.ruleDay ?? reminder.leavesOn, reminder.channel),
      })),
      skipped: (await skippedReminders(tx, operator.id, row.id)).map(skipped => ({
        ...skipped,
        label: labelOfRule(groups, skipped.rule, row.programmeId),
      })),
      told: await toldInProduct(tx, operator.id, row.id, shownAtMost),
      sent: await sendsIn(['sent', 'failed', 'uncertain', 'cancelled']),
    }
  },
})
