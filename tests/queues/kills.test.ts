import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect } from 'vitest'
import { clockShift, createWaitingWaves, planWaves, settledLedger } from '#tests/harness/ledger.ts'
import { MailServer } from '#tests/harness/mail-server.ts'
import { test } from '#tests/harness/operator.ts'
import { workerBackends } from '#tests/harness/queue-backends.ts'
import { WorkerProcess } from '#tests/harness/worker-process.ts'
import { migrateQueue } from '#workers/queue-schema.ts'

const reminders = 1_000
const processes = 2
/** Letters that one process of ours has in hand at once (workers/main.ts). */
const concurrency = 10

describe.each(workerBackends)(
  'JOB-01 on $name: workers killed at random during 1 000 reminders',
  ({ name, settings }) => {
    test('lose none, and send none twice', { timeout: 280_000 }, async ({ operator, databaseUrl }) => {
      await migrateQueue({ url: databaseUrl })
      const mailServer = await MailServer.start()
      // Slow enough for kills to fall between the end of a message and its answer.
      mailServer.delayMs = () => Math.random() * 60
      await planWaves(operator, await createWaitingWaves(operator, reminders))
      const start = performance.now()
      const environment = { ...settings({ url: databaseUrl }, 1), ...clockShift(), SMTP_URL: mailServer.url }
      let kills = 0
      const over = new AbortController()
      const isOver = () => over.signal.aborted
      const lives = Array.from({ length: processes }, async () => {
        while (!isOver()) {
          const worker = await WorkerProcess.start(environment)
          // It dies in the middle of its work: after some letters, at any point of the next ones.
          const last = mailServer.offered + 40 + Math.random() * 160
          while (!isOver() && mailServer.offered < last) await sleep(20)
          await sleep(Math.random() * 80)
          if (isOver()) await worker.stop()
          else await worker.kill()
          kills += isOver() ? 0 : 1
        }
      })
      const rows = await settledLedger(operator, 240_000)
      over.abort()
      await Promise.all(lives)
      await mailServer.stop()

      const received = new Map<string, number>()
      for (const { messageId } of mailServer.received) received.set(messageId, (received.get(messageId) ?? 0) + 1)
      const sent = rows.filter(row => row.state === 'sent')
      const uncertain = rows.filter(row => row.state === 'uncertain')
      const seconds = Math.round((performance.now() - start) / 1000)
      console.log(
        `JOB-01 on ${name}: ${seconds} s, ${kills} kills, ${sent.length} sent, ${uncertain.length} uncertain, ` +
          `${mailServer.received.length} received, ${rows.filter(row => row.attempts > 1).length} taken again`,
      )
      expect(rows).toHaveLength(reminders)
      expect(kills).toBeGreaterThanOrEqual(5)
      expect([...received.values()].filter(count => count > 1)).toEqual([])
      expect(sent.filter(row => !received.has(row.messageId ?? ''))).toEqual([])
      expect(sent.length + uncertain.length).toBe(reminders)
      expect(uncertain.length).toBeLessThanOrEqual(kills * concurrency)
      // What the server has and the ledger does not call sent is what the ledger calls uncertain.
      const known = new Set([...sent, ...uncertain].map(row => row.messageId))
      expect([...received.keys()].filter(messageId => !known.has(messageId))).toEqual([])
    })
  },
)
