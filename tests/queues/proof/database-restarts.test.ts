import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect } from 'vitest'
import { provideEnvironment } from '#app/env.server.ts'
import { closeDatabase, configureDatabase } from '#db/client.ts'
import { type EmbeddedDatabase, ensureDatabase } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import { roleUrl } from '#db/roles.ts'
import { startWorkers } from '#tests/harness/bundled-workers.ts'
import { execute, inDatabase, SECRET } from '#tests/harness/connection.ts'
import { EmbeddedUsers } from '#tests/harness/embedded-user.ts'
import { clockShift, createWaitingWaves } from '#tests/harness/ledger.ts'
import { MailServer } from '#tests/harness/mail-server.ts'
import { test as base } from '#tests/harness/operator.ts'
import { workerBackends } from '#tests/harness/queue-backends.ts'
import { sized, tallyOf, tell, untilSettled, usualDay } from '#tests/harness/tally.ts'
import { migrateQueue } from '#workers/queue-schema.ts'

const reminders = sized(150, 3_000)
const users = new EmbeddedUsers()
const servers: EmbeddedDatabase[] = []
let folder: string

/** A PostgreSQL of this file's own, which keeps its promises through a power cut: the shared one gives that up. */
beforeAll(async () => {
  folder = await users.newFolder()
  servers.push(await ensureDatabase({ dataDir: folder }))
}, 120_000)
afterAll(async () => {
  for (const server of servers) await server.release()
  await users.endAll()
}, 60_000)

const test = base.extend<{ databaseUrl: string }>({
  databaseUrl: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the first argument's pattern
    async ({}, use) => {
      const server = servers[0]?.url ?? ''
      await execute(server, 'CREATE DATABASE proof')
      const url = inDatabase(server, 'proof')
      await migrate({ url, secret: SECRET })
      provideEnvironment({ DATABASE_URL: url, APP_SECRET: SECRET, NODE_ENV: 'test', DATABASE_WEB_URL: '' })
      configureDatabase({
        web: roleUrl(url, 'web', SECRET),
        worker: roleUrl(url, 'worker', SECRET),
        relay: roleUrl(url, 'relay', SECRET),
        identity: roleUrl(url, 'identity', SECRET),
      })
      await use(url)
      await closeDatabase()
    },
    { scope: 'file', auto: true },
  ],
})

/** As a power cut does it: no transaction ends, no connection is closed. */
async function killPostgres(): Promise<void> {
  const [pid = ''] = (await readFile(join(folder, 'postgres', 'postmaster.pid'), 'utf8')).split('\n')
  process.kill(Number(pid), 'SIGKILL')
}

describe.each(workerBackends)('PostgreSQL killed and started again, the queue on $name', ({ name, settings }) => {
  test('costs no reminder, and doubles none', { timeout: sized(180_000, 600_000) }, async ({
    operator,
    databaseUrl,
  }) => {
    await migrateQueue({ url: databaseUrl })
    const mailServer = await MailServer.start()
    await usualDay(operator, reminders)
    mailServer.delayMs = () => sized(100, 20)
    const waves = await createWaitingWaves(operator, reminders)
    const options = { ...settings({ url: databaseUrl }, 5), ...clockShift(), SMTP_URL: mailServer.url }
    const startedAt = performance.now()
    const workers = [await startWorkers(options), await startWorkers(options)]
    for (const share of [0.1, 0.4]) {
      await expect
        .poll(() => mailServer.received.length, { timeout: 200_000, interval: 20 })
        .toBeGreaterThanOrEqual(reminders * share)
      await killPostgres()
      await sleep(1_500)
      servers.push(await ensureDatabase({ dataDir: folder }))
    }
    await untilSettled(operator, reminders, sized(120_000, 400_000))
    expect(workers.every(worker => worker.isAlive)).toBe(true)
    await Promise.all(workers.map(worker => worker.stop()))
    await mailServer.stop()
    const tally = await tallyOf(operator, mailServer, waves)
    tell('PostgreSQL killed twice', name, tally, 'kill -9 of the server, 1.5 s away each time', startedAt)
    expect(tally).toMatchObject({ due: reminders, lost: 0, doubled: 0, refused: 0 })
    expect(tally.sent + tally.uncertain).toBe(reminders)
    // A letter may be in each hand of each worker when the server goes.
    expect(tally.uncertain).toBeLessThanOrEqual(2 * 2 * 10)
  })
})
