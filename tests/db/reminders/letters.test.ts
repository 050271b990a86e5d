import { eq, sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { provideEnvironment } from '#app/env.server.ts'
import { sendDueMessages } from '#app/features/messages/send-message.effect.server.ts'
import { sweepReminders } from '#app/features/reminders/sweep-reminders.effect.server.ts'
import { sessions } from '#db/schema/engineerings.ts'
import { reminders } from '#db/schema/follow-ups.ts'
import { mailbox, notifications } from '#db/schema/journal.ts'
import { at } from '#tests/harness/days.ts'
import { ledger } from '#tests/harness/ledger.ts'
import { createCase, createEngineering, createSession } from '#tests/harness/missions.ts'
import { type TestOperator, test } from '#tests/harness/operator.ts'
import { ruledSubjects } from '#tests/harness/ruled-subjects.ts'

const sweep = (operator: TestOperator, day: string) => perform(sweepReminders, operator.id, {}, { clock: at(day) })
const send = (operator: TestOperator, day: string) => {
  delete process.env.SMTP_URL
  provideEnvironment({})
  return perform(sendDueMessages, operator.id, {}, { clock: at(day) })
}
const mails = (operator: TestOperator) =>
  operator.inside(({ tx }) => tx.select().from(mailbox).where(eq(mailbox.operatorId, operator.id)))

/** A session on Thursday 12 March, of a mission that one consultant works on: she is reminded on the 9th and the 11th. */
async function soon(operator: TestOperator) {
  const one = await createCase(operator)
  const engineeringId = await createEngineering(operator, [one])
  const sessionId = await createSession(operator, engineeringId, { status: 'planned', heldOn: '2026-03-12' })
  const consultant = await operator.consultant(engineeringId)
  const change = (columns: Partial<typeof sessions.$inferInsert>) =>
    operator.inside(({ tx }) => tx.update(sessions).set(columns).where(eq(sessions.id, sessionId)))
  return { one, engineeringId, sessionId, consultant, change }
}

describe('a letter of a rule', () => {
  test('leads the consultant to her session, with the case and why', async ({ operator }) => {
    const { one, engineeringId, sessionId, consultant } = await soon(operator)
    await sweep(operator, '2026-03-09')
    expect(await ledger(operator)).toMatchObject([{ message: 'reminder.provider', recipientUserId: consultant.userId }])
    await send(operator, '2026-03-09')
    const [mail] = await mails(operator)
    expect(mail?.text).toContain(`/consultant/${operator.slug}/missions/${engineeringId}/seances/${sessionId}`)
    expect(mail?.text).toContain(one.name)
    expect(mail?.text).toContain('tenue ou annulée')
  })

  test('does not leave once what it asks is done, between the sweep and the sending', async ({ operator }) => {
    const { change } = await soon(operator)
    await sweep(operator, '2026-03-09')
    await change({ status: 'held' })
    await send(operator, '2026-03-09')
    expect(await ledger(operator)).toMatchObject([{ state: 'cancelled', failure: 'settled' }])
    expect(await mails(operator)).toEqual([])
  })

  test('does not leave for a day that is no longer the right one; the new day has its own', async ({ operator }) => {
    const { change } = await soon(operator)
    await sweep(operator, '2026-03-09')
    await change({ heldOn: '2026-03-19' })
    await send(operator, '2026-03-09')
    expect(await mails(operator)).toEqual([])
    await sweep(operator, '2026-03-16')
    await send(operator, '2026-03-16')
    expect(await mails(operator)).toHaveLength(1)
    // Brought forward again, it asks nothing more of what was already said.
    await change({ heldOn: '2026-03-18' })
    await sweep(operator, '2026-03-16')
    expect(await ledger(operator)).toHaveLength(2)
  })

  test('does not leave to a consultant who lost her access', async ({ operator }) => {
    const { consultant } = await soon(operator)
    await sweep(operator, '2026-03-09')
    await operator.inside(({ tx }) =>
      tx.execute(sql`update grants set revoked_at = now() where user_id = ${consultant.userId}`),
    )
    await send(operator, '2026-03-09')
    expect(await ledger(operator)).toMatchObject([{ state: 'cancelled', failure: 'revoked' }])
  })

  test('becomes a notice to the managers when a firm has no address', async ({ operator }) => {
    const manager = await operator.manager()
    const { due } = await ruledSubjects.R24(operator)
    await sweep(operator, due)
    expect(await ledger(operator)).toEqual([])
    const told = await operator.inside(({ tx }) =>
      tx.select().from(notifications).where(eq(notifications.operatorId, operator.id)),
    )
    expect(told).toMatchObject([
      { kind: 'reminder.operator-no-address', userId: manager.userId, data: { organisation: 'Cabinet' } },
    ])
  })
})

test('a provider sheet is asked for again the year after it was confirmed', async ({ operator }) => {
  const { due, settle } = await ruledSubjects.R24(operator)
  const count = () =>
    operator.inside(async ({ tx }) => {
      const rows = await tx.select().from(reminders).where(eq(reminders.operatorId, operator.id))
      return rows.filter(({ rule }) => rule === 'R24').length
    })
  await sweep(operator, due)
  expect(await count()).toBe(1)
  await settle()
  await sweep(operator, '2026-03-20')
  expect(await count()).toBe(1)
  // Confirmed on 1 March 2026: 335 days later is 30 January 2027.
  await sweep(operator, '2027-01-29')
  expect(await count()).toBe(1)
  await sweep(operator, '2027-01-30')
  expect(await count()).toBe(2)
})
