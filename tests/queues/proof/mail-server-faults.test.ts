import { describe, expect } from 'vitest'
import { startWorkers } from '#tests/harness/bundled-workers.ts'
import { clockShift, createWaitingWaves, ledger } from '#tests/harness/ledger.ts'
import { type Answer, MailServer } from '#tests/harness/mail-server.ts'
import { test } from '#tests/harness/operator.ts'
import { workerBackends } from '#tests/harness/queue-backends.ts'
import { sized, tallyOf, tell, untilSettled, usualDay } from '#tests/harness/tally.ts'
import { migrateQueue } from '#workers/queue-schema.ts'

/** What the server does with the letters of each tenth of the addresses, and what must become of them. */
const faults: { does: Answer; once: boolean; ends: 'sent' | 'failed' | 'uncertain' }[] = [
  { does: { kind: 'take' }, once: false, ends: 'sent' },
  { does: { kind: 'take' }, once: false, ends: 'sent' },
  { does: { kind: 'refuse', code: 451 }, once: true, ends: 'sent' },
  { does: { kind: 'refuse', code: 452 }, once: true, ends: 'sent' },
  { does: { kind: 'refuse', code: 554 }, once: false, ends: 'failed' },
  { does: { kind: 'cut' }, once: false, ends: 'uncertain' },
  { does: { kind: 'take-and-cut' }, once: false, ends: 'uncertain' },
  { does: { kind: 'take-and-hang' }, once: false, ends: 'uncertain' },
  { does: { kind: 'take' }, once: false, ends: 'sent' },
  { does: { kind: 'take' }, once: false, ends: 'sent' },
]
const perFault = sized(6, 200)
const reminders = perFault * faults.length

const faultOf = (address: string) => faults[Number(/^contact-(\d+)@/.exec(address)?.[1]) % faults.length]

describe.each(workerBackends)('a mail server that fails, workers on $name (JOB-03)', ({ name, settings }) => {
  test('nothing is lost or doubled; what it cannot tell is shown as uncertain', {
    timeout: sized(180_000, 600_000),
  }, async ({ operator, databaseUrl }) => {
    await migrateQueue({ url: databaseUrl })
    const mailServer = await MailServer.start()
    await usualDay(operator, reminders)
    const tries = new Map<string, number>()
    mailServer.answer = ({ to: [address = ''] }) => {
      const times = (tries.get(address) ?? 0) + 1
      tries.set(address, times)
      const fault = faultOf(address)
      return !fault || (fault.once && times > 1) ? { kind: 'take' } : fault.does
    }
    const waves = await createWaitingWaves(operator, reminders)
    const options = { ...settings({ url: databaseUrl }, 9), ...clockShift(), SMTP_URL: mailServer.url }
    const startedAt = performance.now()
    const workers = [await startWorkers(options), await startWorkers(options)]
    await untilSettled(operator, reminders, sized(120_000, 500_000))
    await Promise.all(workers.map(worker => worker.stop()))
    await mailServer.stop()
    const tally = await tallyOf(operator, mailServer, waves)
    tell('4xx, 5xx, cut before and after acceptance', name, tally, `${perFault} addresses per fault`, startedAt)
    expect(tally).toMatchObject({ due: reminders, lost: 0, doubled: 0 })
    const rows = await ledger(operator)
    const wrong = rows.filter(({ recipient, state }) => faultOf(recipient)?.ends !== state)
    expect(wrong.map(({ recipient, state, failure }) => ({ recipient, state, failure }))).toEqual([])
    // Handed over whole once and no more: nobody tries again what may have arrived.
    const again = rows.filter(({ recipient, state }) => state !== 'sent' && (tries.get(recipient) ?? 0) > 1)
    expect(again).toEqual([])
  })
})
