import { describe, expect } from 'vitest'
import { startWorkers } from '#tests/harness/bundled-workers.ts'
import { createWaitingWaves } from '#tests/harness/ledger.ts'
import { MailServer } from '#tests/harness/mail-server.ts'
import { test } from '#tests/harness/operator.ts'
import { workerBackends } from '#tests/harness/queue-backends.ts'
import { sized, tallyOf, tell, untilSettled, usualDay, writtenReminders } from '#tests/harness/tally.ts'
import { migrateQueue } from '#workers/queue-schema.ts'

const reminders = sized(60, 2_000)
const clockAt = (instant: string) => ({ CLOCK_SHIFT_MS: String(new Date(instant).getTime() - Date.now()) })

describe.each(workerBackends)('workers on $name', ({ name, settings }) => {
  test('send after three days off what fell due meanwhile, each once', { timeout: sized(120_000, 400_000) }, async ({
    operator,
    databaseUrl,
  }) => {
    await migrateQueue({ url: databaseUrl })
    const mailServer = await MailServer.start()
    await usualDay(operator, reminders)
    // Due on the Thursday; nobody planned anything. They come back on the Monday after.
    const waves = await createWaitingWaves(operator, reminders)
    const options = {
      ...settings({ url: databaseUrl }, 6),
      ...clockAt('2026-03-16T09:00:00Z'),
      SMTP_URL: mailServer.url,
    }
    const startedAt = performance.now()
    const workers = await Promise.all([startWorkers(options), startWorkers(options)])
    await untilSettled(operator, reminders, sized(90_000, 300_000))
    await Promise.all(workers.map(worker => worker.stop()))
    await mailServer.stop()
    const tally = await tallyOf(operator, mailServer, waves)
    tell('three days without workers', name, tally, 'Thursday to Monday', startedAt)
    expect(tally).toMatchObject({ due: reminders, sent: reminders, distinct: reminders, lost: 0, doubled: 0 })
  })

  test('that all sweep at once write each reminder once (JOB-08)', { timeout: sized(120_000, 400_000) }, async ({
    operator,
    databaseUrl,
  }) => {
    await migrateQueue({ url: databaseUrl })
    const mailServer = await MailServer.start()
    await usualDay(operator, reminders)
    const schedulers = sized(2, 6)
    const rounds = sized(3, 10)
    const each = sized(20, 100)
    const options = {
      ...settings({ url: databaseUrl }, 7),
      ...clockAt('2026-03-12T09:30:00Z'),
      SMTP_URL: mailServer.url,
      // Ten of these minutes are the period of a sweep.
      WORKER_MINUTE_MS: '1000',
    }
    const startedAt = performance.now()
    const workers = await Promise.all(Array.from({ length: schedulers }, () => startWorkers(options)))
    const waves = []
    for (let round = 0; round < rounds; round += 1) {
      waves.push(...(await createWaitingWaves(operator, each, round * each)))
      await untilSettled(operator, waves.length, sized(90_000, 300_000))
    }
    await Promise.all(workers.map(worker => worker.stop()))
    await mailServer.stop()
    const tally = await tallyOf(operator, mailServer, waves)
    tell(`${schedulers} schedulers`, name, tally, `${rounds} periods, all sweep in each`, startedAt)
    const written = await writtenReminders(operator)
    const letters = written.filter(({ rule, occurrence }) => rule === 'R20' && occurrence === 2)
    expect(new Set(letters.map(({ subjectId }) => subjectId)).size).toBe(waves.length)
    expect(letters).toHaveLength(waves.length)
    expect(tally).toMatchObject({ due: waves.length, sent: waves.length, lost: 0, doubled: 0, uncertain: 0 })
  })
})
