import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect } from 'vitest'
import { perform } from '#app/access/effect.server.ts'
import { beginJob, giveUpJob } from '#app/access/job-run.server.ts'
import { provideEnvironment } from '#app/env.server.ts'
import { decideSend } from '#app/features/messages/decide-send.command.server.ts'
import { sendMessage } from '#app/features/messages/send-message.effect.server.ts'
import { settleFailedJob } from '#app/features/messages/settle-failed-job.command.server.ts'
import { reminderPage } from '#app/features/reminders/reminder-page.query.server.ts'
import { failedJobs, notifications, outbox, sends } from '#db/schema/journal.ts'
import { createWaitingWaves, ledger, planWaves, sendContext } from '#tests/harness/ledger.ts'
import { MailServer } from '#tests/harness/mail-server.ts'
import { type TestOperator, test, testClock } from '#tests/harness/operator.ts'
import { runJob } from '#workers/run-job.ts'

let mailServer: MailServer
beforeEach(async () => {
  mailServer = await MailServer.start()
  provideEnvironment({
    SMTP_URL: mailServer.url,
    MAIL_FROM: 'Sillage <sillage@test.example>',
    WORKER_MINUTE_MS: '1500',
  })
})
afterEach(() => mailServer.stop())

const send = (operator: TestOperator, sendId: string) =>
  perform(sendMessage, operator.id, { sendId }, { clock: testClock })

async function cutMidway(operator: TestOperator): Promise<string> {
  mailServer.answer = () => ({ kind: 'take-and-cut' })
  await planWaves(operator, await createWaitingWaves(operator, 1))
  const [row] = await ledger(operator)
  await send(operator, row?.id ?? '')
  mailServer.answer = () => ({ kind: 'take' })
  return row?.id ?? ''
}

describe('JOB-04: a message that nobody knows the end of', () => {
  test('is shown, and told to a manager', async ({ operator }) => {
    const manager = await operator.manager()
    const id = await cutMidway(operator)
    const page = await manager.read(reminderPage)
    expect(page).toMatchObject({ kind: 'done', value: { view: 'decider', counts: { decider: 1 }, sends: [{ id }] } })
    const told = await operator.inside(({ tx }) =>
      tx.select().from(notifications).where(eq(notifications.operatorId, operator.id)),
    )
    expect(told).toMatchObject([{ userId: manager.userId, kind: 'message.uncertain' }])
  })

  test('leaves again when a person says so, under the same Message-ID', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const id = await cutMidway(operator)
    await practitioner.must(decideSend, { id, decision: 'resend' })
    await send(operator, id)
    expect(mailServer.received.map(mail => mail.messageId)).toEqual([`<${id}@test.example>`, `<${id}@test.example>`])
    expect((await ledger(operator))[0]).toMatchObject({ state: 'sent', attempts: 2 })
    expect(await practitioner.run(decideSend, { id, decision: 'resend' })).toMatchObject({
      kind: 'failed',
      failure: { tag: 'send-settled' },
    })
  })

  test('is closed when a person says that it arrived', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const id = await cutMidway(operator)
    await practitioner.must(decideSend, { id, decision: 'received' })
    expect((await ledger(operator))[0]).toMatchObject({ state: 'sent' })
    expect(mailServer.received).toHaveLength(1)
  })
})

describe('a message that could not leave', () => {
  test('leaves to the address that was corrected', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    mailServer.refuseRecipient = address => (address === 'right@structure.example' ? null : 550)
    await planWaves(operator, await createWaitingWaves(operator, 1))
    const id = (await ledger(operator))[0]?.id ?? ''
    await send(operator, id)
    expect(await practitioner.run(decideSend, { id, decision: 'received' })).toMatchObject({ kind: 'failed' })
    await practitioner.must(decideSend, { id, decision: 'resend', recipient: 'right@structure.example' })
    await send(operator, id)
    expect(mailServer.received.map(mail => mail.to)).toEqual([['right@structure.example']])
  })
})

describe('JOB-09: a poisoned job', () => {
  const pace = { clock: testClock, minuteMs: 1_000 }
  const left = async (operator: TestOperator, name: string, payload: Record<string, string>) => {
    await operator.inside(tenant => sendContext(tenant).enqueue({ name }, payload, 'poison'))
    const [row] = await operator.inside(({ tx }) => tx.select().from(outbox).where(eq(outbox.operatorId, operator.id)))
    return { operatorId: operator.id, outboxId: row?.id ?? '', payload }
  }
  const failed = (operator: TestOperator) =>
    operator.inside(({ tx }) => tx.select().from(failedJobs).where(eq(failedJobs.operatorId, operator.id)))

  test('whose name nobody knows is given up at once', async ({ operator }) => {
    expect(await runJob('nobody.knows', await left(operator, 'nobody.knows', {}), pace)).toBe('given-up')
    expect(await failed(operator)).toMatchObject([{ job: 'nobody.knows', reason: 'unknown job', attempts: 1 }])
  })

  test('whose payload is not one is given up at once', async ({ operator }) => {
    const job = await left(operator, 'message.send', { sendId: 'not an id' })
    expect(await runJob('message.send', job, pace)).toBe('given-up')
    expect(await failed(operator)).toMatchObject([{ reason: 'malformed payload' }])
    expect(await runJob('message.send', job, pace)).toBe('already-done')
  })

  test('that kills its worker each time is given up after five', async ({ operator }) => {
    const job = await left(operator, 'reminder.sweep', {})
    for (let death = 1; death <= 5; death += 1) await beginJob(job, testClock)
    expect(await runJob('reminder.sweep', job, pace)).toBe('given-up')
    expect(await failed(operator)).toMatchObject([{ attempts: 6, reason: 'its worker died each time' }])
  })

  test('is replayed by a manager, from its first attempt', async ({ operator }) => {
    const manager = await operator.manager()
    await giveUpJob(
      { operatorId: operator.id, job: 'reminder.sweep', payload: {}, reason: 'Error: broken', attempts: 5 },
      testClock,
    )
    const [job] = await failed(operator)
    await manager.must(settleFailedJob, { id: job?.id ?? '', decision: 'replay' })
    const [row] = await operator.inside(({ tx }) => tx.select().from(outbox).where(eq(outbox.operatorId, operator.id)))
    expect(row).toMatchObject({ job: 'reminder.sweep', attempts: 0, settledAt: null })
    const again = { operatorId: operator.id, outboxId: row?.id ?? '', payload: {} }
    expect(await runJob('reminder.sweep', again, pace)).toBe('done')
  })
})

describe('a worker that lost its lease', () => {
  test('may not give the end of a message that another has taken over', async ({ operator }) => {
    await planWaves(operator, await createWaitingWaves(operator, 1))
    const id = (await ledger(operator))[0]?.id ?? ''
    // While the first one is speaking to the server, its lease ends and a second one takes the row.
    let second: Promise<void> | undefined
    mailServer.beforeRecipient = async () => {
      mailServer.beforeRecipient = async () => {}
      await operator.inside(({ tx }) =>
        tx
          .update(sends)
          .set({ leaseUntil: new Date(0) })
          .where(eq(sends.id, id)),
      )
      second = send(operator, id)
      await second
    }
    await send(operator, id)
    await second
    expect(mailServer.received).toHaveLength(1)
    expect((await ledger(operator))[0]).toMatchObject({ state: 'sent', attempts: 2 })
  })
})
