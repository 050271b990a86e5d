import { Redis } from 'ioredis'
import { describe, expect } from 'vitest'
import { freePort } from '#db/embedded/port.ts'
import { queueSchema } from '#db/roles.ts'
import { startWorkers } from '#tests/harness/bundled-workers.ts'
import { withClient } from '#tests/harness/connection.ts'
import { clockShift, createWaitingWaves } from '#tests/harness/ledger.ts'
import { MailServer } from '#tests/harness/mail-server.ts'
import { test } from '#tests/harness/operator.ts'
import { workerBackends } from '#tests/harness/queue-backends.ts'
import { startRedisOn } from '#tests/harness/services.ts'
import { sized, tallyOf, tell, untilSettled, usualDay } from '#tests/harness/tally.ts'
import { migrateQueue } from '#workers/queue-schema.ts'

const reminders = sized(200, 3_000)
const patience = sized(90_000, 400_000)

/** Takes away every job that waits or runs, and says how many there were. */
async function emptyQueue({ REDIS_URL }: Record<string, string>, databaseUrl: string): Promise<number> {
  if (!REDIS_URL)
    return withClient(databaseUrl, async client => {
      const { rowCount } = await client.query(`delete from ${queueSchema}.job`)
      return rowCount ?? 0
    })
  const redis = new Redis(REDIS_URL)
  const jobs = (await redis.llen('sillage:mail:wait')) + (await redis.llen('sillage:mail:active'))
  await redis.flushdb()
  redis.disconnect()
  return jobs
}

describe.each(workerBackends)('a queue emptied under its workers on $name (JOB-06)', ({ name, settings }) => {
  test('costs no reminder, and doubles none', { timeout: sized(150_000, 600_000) }, async ({
    operator,
    databaseUrl,
  }) => {
    await migrateQueue({ url: databaseUrl })
    const mailServer = await MailServer.start()
    await usualDay(operator, reminders)
    mailServer.delayMs = () => sized(100, 20)
    const waves = await createWaitingWaves(operator, reminders)
    const options = { ...settings({ url: databaseUrl }, 4), ...clockShift(), SMTP_URL: mailServer.url }
    const startedAt = performance.now()
    const workers = [await startWorkers(options), await startWorkers(options)]
    let emptied = 0
    for (const share of [0.1, 0.3, 0.5]) {
      await expect
        .poll(() => mailServer.received.length, { timeout: patience, interval: 20 })
        .toBeGreaterThanOrEqual(reminders * share)
      emptied += await emptyQueue(options, databaseUrl)
    }
    await untilSettled(operator, reminders, patience)
    await Promise.all(workers.map(worker => worker.stop()))
    await mailServer.stop()
    const tally = await tallyOf(operator, mailServer, waves)
    tell('queue emptied three times', name, tally, `${emptied} jobs taken away`, startedAt)
    expect(emptied).toBeGreaterThan(0)
    expect(tally).toEqual({
      due: reminders,
      sent: reminders,
      distinct: reminders,
      lost: 0,
      doubled: 0,
      uncertain: 0,
      refused: 0,
    })
  })
})

describe('Redis killed, and started again with nothing in it (JOB-06)', () => {
  test('costs no reminder, and doubles none', { timeout: sized(150_000, 600_000) }, async ({
    operator,
    databaseUrl,
  }) => {
    const port = await freePort()
    let redis = await startRedisOn(port)
    const mailServer = await MailServer.start()
    await usualDay(operator, reminders)
    mailServer.delayMs = () => sized(100, 20)
    const waves = await createWaitingWaves(operator, reminders)
    const options = {
      DATABASE_URL: databaseUrl,
      REDIS_URL: `redis://127.0.0.1:${port}`,
      ...clockShift(),
      SMTP_URL: mailServer.url,
    }
    const startedAt = performance.now()
    const workers = [await startWorkers(options), await startWorkers(options)]
    for (const share of [0.1, 0.5]) {
      await expect
        .poll(() => mailServer.received.length, { timeout: patience, interval: 20 })
        .toBeGreaterThanOrEqual(reminders * share)
      await redis.stop()
      await new Promise(resolve => setTimeout(resolve, 2_000))
      redis = await startRedisOn(port)
    }
    await untilSettled(operator, reminders, patience)
    await Promise.all(workers.map(worker => worker.stop()))
    await Promise.all([redis.stop(), mailServer.stop()])
    const tally = await tallyOf(operator, mailServer, waves)
    tell('Redis away twice, back empty', 'Redis', tally, '2 × 2 s away', startedAt)
    expect(tally).toMatchObject({ due: reminders, sent: reminders, lost: 0, doubled: 0, uncertain: 0, refused: 0 })
  })
})
