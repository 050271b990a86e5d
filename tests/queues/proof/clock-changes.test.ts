import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect } from 'vitest'
import { startWorkers } from '#tests/harness/bundled-workers.ts'
import { createWaitingWaves, planWaves } from '#tests/harness/ledger.ts'
import { MailServer } from '#tests/harness/mail-server.ts'
import { type TestOperator, test } from '#tests/harness/operator.ts'
import { workerBackends } from '#tests/harness/queue-backends.ts'
import { sized, tallyOf, tell, untilSettled, usualDay } from '#tests/harness/tally.ts'
import { migrateQueue } from '#workers/queue-schema.ts'

const reminders = sized(240, 1_000)

/** The product's clock reads `instant` now; `since` says what it reads later. */
function clockFrom(instant: string) {
  const shift = new Date(instant).getTime() - Date.now()
  return { settings: { CLOCK_SHIFT_MS: String(shift) }, now: () => new Date(Date.now() + shift) }
}

/** Each end of week in which the clocks change: Friday evening, the night of Sunday, Monday at eight in Paris. */
const weekends = [
  {
    change: 'clocks forward, 29 March 2026',
    friday: { evening: '2026-03-27T17:59:40Z', closes: '2026-03-27T18:00:00Z' },
    // 2 h 30 does not exist in Paris on that night.
    night: ['2026-03-29T00:59:58Z', '2026-03-29T01:29:58Z'],
    monday: { before: '2026-03-30T05:59:45Z', opens: '2026-03-30T06:00:00Z' },
  },
  {
    change: 'clocks back, 25 October 2026',
    friday: { evening: '2026-10-23T16:59:40Z', closes: '2026-10-23T17:00:00Z' },
    // 2 h 30 in Paris, twice.
    night: ['2026-10-25T00:29:58Z', '2026-10-25T01:29:58Z'],
    monday: { before: '2026-10-26T06:59:45Z', opens: '2026-10-26T07:00:00Z' },
  },
]

async function until(now: () => Date, instant: string): Promise<void> {
  await sleep(Math.max(0, new Date(instant).getTime() - now().getTime()))
}

describe.each(workerBackends)('letters on $name', ({ name, settings }) => {
  test.for(weekends)(
    'leave from 8 h to 19 h in Paris around $change, each once',
    {
      timeout: sized(180_000, 300_000),
    },
    async ({ change, friday, night, monday }, { operator, databaseUrl }) => {
      await migrateQueue({ url: databaseUrl })
      const mailServer = await MailServer.start()
      await usualDay(operator, reminders)
      const waves = await waitingOn(operator)
      const work = async (at: string, act: (now: () => Date) => Promise<void>) => {
        const { settings: shift, now } = clockFrom(at)
        const options = { ...settings({ url: databaseUrl }, 8), ...shift, SMTP_URL: mailServer.url }
        const worker = await startWorkers(options)
        await act(now)
        await worker.stop()
      }
      const startedAt = performance.now()
      // Ten letters at a time, each so long in hand that most are left when the day ends.
      mailServer.delayMs = () => 1_000
      await work(friday.evening, async now => {
        await until(now, friday.closes)
        // Those in hand at 19 h end; none is begun.
        await sleep(6_000)
        const [atEnd] = [mailServer.offered]
        await sleep(4_000)
        expect(mailServer.offered).toBe(atEnd)
      })
      const onFriday = mailServer.received.length
      expect(onFriday).toBeGreaterThan(0)
      expect(onFriday).toBeLessThan(reminders)
      for (const hour of night) await work(hour, () => sleep(4_000))
      mailServer.delayMs = () => 0
      let beforeEight = 0
      await work(monday.before, async now => {
        await until(now, monday.opens)
        beforeEight = mailServer.received.length
        await untilSettled(operator, reminders, sized(60_000, 120_000))
        // An hour wrong either way, and none would have left by now.
        expect(now().getTime() - new Date(monday.opens).getTime()).toBeLessThan(30 * 60_000)
      })
      await mailServer.stop()
      expect(beforeEight).toBe(onFriday)
      const tally = await tallyOf(operator, mailServer, waves)
      tell(change, name, tally, `${onFriday} left on the Friday, none before Monday 8 h`, startedAt)
      expect(tally).toMatchObject({ due: reminders, sent: reminders, lost: 0, doubled: 0, uncertain: 0 })
    },
  )
})

async function waitingOn(operator: TestOperator) {
  const waves = await createWaitingWaves(operator, reminders)
  await planWaves(operator, waves)
  return waves
}
