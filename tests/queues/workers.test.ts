import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect } from 'vitest'
import { freePort } from '#db/embedded/port.ts'
import { failedJobs, outbox } from '#db/schema/journal.ts'
import { clockShift, createWaitingWaves, ledger, planWaves, sendContext, settledLedger } from '#tests/harness/ledger.ts'
import { MailServer } from '#tests/harness/mail-server.ts'
import { type TestOperator, test } from '#tests/harness/operator.ts'
import { workerBackends } from '#tests/harness/queue-backends.ts'
import { startRedisOn } from '#tests/harness/services.ts'
import { usualDay } from '#tests/harness/tally.ts'
import { WorkerProcess } from '#tests/harness/worker-process.ts'
import { migrateQueue } from '#workers/queue-schema.ts'

let mailServer: MailServer
let workers: WorkerProcess[] = []
beforeEach(async () => {
  mailServer = await MailServer.start()
})
afterEach(async () => {
  await Promise.all(workers.map(worker => worker.kill()))
  workers = []
  await mailServer.stop()
})

async function start(settings: Record<string, string>): Promise<WorkerProcess> {
  const worker = await WorkerProcess.start({ ...clockShift(), SMTP_URL: mailServer.url, ...settings })
  workers.push(worker)
  return worker
}
const states = async (operator: TestOperator) => (await ledger(operator)).map(row => row.state)
const begun = async (operator: TestOperator) => (await states(operator)).filter(state => state !== 'planned').length
/** This operator's only: workers also take what earlier tests of the file left to do. */
async function received(operator: TestOperator) {
  const known = new Set((await ledger(operator)).map(row => row.messageId))
  return mailServer.received.filter(({ messageId }) => known.has(messageId))
}
const sent = (count: number) => Array.from({ length: count }, () => 'sent')

describe.each(workerBackends)('workers on $name', ({ name, settings }) => {
  const file = 2

  test('end what they have in hand when they are asked to stop (JOB-14)', { timeout: 120_000 }, async ({
    operator,
    databaseUrl,
  }) => {
    await migrateQueue({ url: databaseUrl })
    // The sweep plans them: no letter has a job of its own.
    await createWaitingWaves(operator, 150)
    await usualDay(operator, 150)
    mailServer.delayMs = () => 700
    // In a minute of production, a run would go on for a quarter of it.
    const worker = await start({ ...settings({ url: databaseUrl }, file), WORKER_MINUTE_MS: '60000' })
    await expect.poll(() => begun(operator), { timeout: 60_000 }).toBeGreaterThanOrEqual(5)
    const asked = performance.now()
    const before = await begun(operator)
    expect(await worker.stop()).toBe(0)
    const seconds = (performance.now() - asked) / 1000
    const ended = await states(operator)
    console.log(
      `JOB-14 on ${name}: stopped in ${seconds.toFixed(1)} s with ${before} letters in hand, ` +
        `${ended.filter(state => state === 'sent').length} sent, ${ended.filter(state => state === 'planned').length} left`,
    )
    expect(seconds).toBeLessThan(25)
    // Three scores at most were in hand.
    expect(ended.filter(state => state === 'sent').length).toBeLessThanOrEqual(before + 60)
    // None is left in the middle: each was sent, or not begun.
    expect(new Set(ended)).toEqual(new Set(['sent', 'planned']))
    expect(await received(operator)).toHaveLength(ended.filter(state => state === 'sent').length)
  })

  test('put aside what they cannot do, and do the rest (JOB-09)', { timeout: 120_000 }, async ({
    operator,
    databaseUrl,
  }) => {
    await migrateQueue({ url: databaseUrl })
    await operator.inside(async tenant => {
      await sendContext(tenant).enqueue({ name: 'nobody.knows' }, {}, 'one')
      await sendContext(tenant).enqueue({ name: 'message.send' }, { sendId: 'not an id' }, 'two')
    })
    await planWaves(operator, await createWaitingWaves(operator, 10))
    await start(settings({ url: databaseUrl }, file))
    await settledLedger(operator, 60_000)
    expect(await states(operator)).toEqual(sent(10))
    const aside = () =>
      operator.inside(({ tx }) => tx.select().from(failedJobs).where(eq(failedJobs.operatorId, operator.id)))
    await expect.poll(aside, { timeout: 30_000 }).toHaveLength(2)
    expect((await aside()).map(job => job.reason).sort()).toEqual(['malformed payload', 'unknown job'])
  })
})

describe('a queue that is not there yet', () => {
  test('is waited for by workers who still hear that they must stop', { timeout: 120_000 }, async ({
    operator,
    databaseUrl,
  }) => {
    await planWaves(operator, await createWaitingWaves(operator, 5))
    const [one, other] = await Promise.all([start({ DATABASE_URL: databaseUrl }), start({ DATABASE_URL: databaseUrl })])
    await new Promise(resolve => setTimeout(resolve, 2_000))
    expect(await one.stop()).toBe(0)
    await migrateQueue({ url: databaseUrl })
    await settledLedger(operator, 60_000)
    expect(await states(operator)).toEqual(sent(5))
    expect(await other.stop()).toBe(0)
  })
})

describe('Redis stopped and started again', () => {
  test('writes go on meanwhile, and letters leave afterwards', { timeout: 150_000 }, async ({
    operator,
    databaseUrl,
  }) => {
    const port = await freePort()
    const redis = await startRedisOn(port)
    await start({ DATABASE_URL: databaseUrl, REDIS_URL: `redis://127.0.0.1:${port}` })
    await planWaves(operator, await createWaitingWaves(operator, 10))
    await expect.poll(() => states(operator), { timeout: 60_000 }).toEqual(sent(10))

    await redis.stop()
    // Only now are they there: while Redis answered, the workers' own sweep would have found and sent them.
    const waves = await createWaitingWaves(operator, 20, 10)
    const began = performance.now()
    await planWaves(operator, waves)
    const wrote = performance.now() - began
    await new Promise(resolve => setTimeout(resolve, 3_000))
    expect(await received(operator)).toHaveLength(10)

    const again = await startRedisOn(port)
    await settledLedger(operator, 60_000)
    console.log(
      `Redis away: 20 letters planned in ${Math.round(wrote)} ms, ${(await received(operator)).length} received in all`,
    )
    expect(await states(operator)).toEqual(sent(30))
    expect(mailServer.duplicates()).toEqual([])
    // A letter is noted as sent before its job is: the last ones may still be on their way to saying so.
    const unsettled = async () => {
      const rows = await operator.inside(({ tx }) => tx.select().from(outbox).where(eq(outbox.operatorId, operator.id)))
      return rows.filter(row => row.settledAt === null)
    }
    await expect.poll(unsettled, { timeout: 60_000 }).toEqual([])
    await Promise.all(workers.map(worker => worker.stop()))
    await again.stop()
  })
})
