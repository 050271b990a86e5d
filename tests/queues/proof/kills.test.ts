import { setTimeout as sleep } from 'node:timers/promises'
import { describe, expect } from 'vitest'
import { spawnWorkers } from '#tests/harness/bundled-workers.ts'
import { clockShift, createWaitingWaves, ledger } from '#tests/harness/ledger.ts'
import { MailServer } from '#tests/harness/mail-server.ts'
import { test } from '#tests/harness/operator.ts'
import { workerBackends } from '#tests/harness/queue-backends.ts'
import { sized, tallyOf, tell, untilSettled, usualDay } from '#tests/harness/tally.ts'
import type { WorkerProcess } from '#tests/harness/worker-process.ts'
import { migrateQueue } from '#workers/queue-schema.ts'

const reminders = sized(600, 10_000)
/** More of them on two cores only wait for one another to start. */
const processes = 2
const killEveryMs = 700
const lettersBetween = 25
/** As whoever watches over processes does with those that live and do nothing; each time is told with the figures. */
const restartAfterMs = 60_000
/** Connections to the mail server that one process of ours has at once (send-message.effect). */
const connections = 20

/** Keeps so many workers alive, and kills the oldest that works at each beat, as a power cut does. */
class KilledWorkers {
  kills = 0
  restarts = 0
  #over = false
  readonly #alive = new Set<WorkerProcess>()
  readonly #working: WorkerProcess[] = []
  readonly #lives: Promise<void>[]
  readonly #killer: Promise<void>

  constructor(
    readonly settings: Record<string, string>,
    readonly mailServer: MailServer,
  ) {
    this.#lives = Array.from({ length: processes }, () => this.#live())
    this.#killer = this.#kill()
  }

  /** What those that live have written, and whether they take jobs: for a run that does not settle. */
  get standing(): string[] {
    return [...this.#alive].map(worker => `${this.#working.includes(worker) ? 'works' : 'starts'}: ${worker.said}`)
  }

  /** All of them, those that start as well: as every other of this run, each ends by a kill. */
  async end(): Promise<void> {
    this.#over = true
    await this.#killer
    await Promise.all([...this.#alive].map(worker => worker.kill()))
    await Promise.all(this.#lives)
  }

  async #live(): Promise<void> {
    while (!this.#over) {
      const worker = await spawnWorkers(this.settings)
      this.#alive.add(worker)
      // The run may have ended while it was made: nobody else would end it.
      if (this.#over) await worker.kill()
      const isReady = await worker.ready.then(
        () => true,
        () => false,
      )
      if (isReady) this.#working.push(worker)
      else if (!this.#over) throw new Error(`A worker ended before it began: ${worker.said}`)
      await worker.ended
      this.#alive.delete(worker)
      if (this.#working.includes(worker)) this.#working.splice(this.#working.indexOf(worker), 1)
    }
  }

  async #restartIfIdle(last: { offered: number; at: number }): Promise<void> {
    const { offered } = this.mailServer
    if (offered !== last.offered) Object.assign(last, { offered, at: performance.now() })
    if (performance.now() - last.at < restartAfterMs) return
    this.restarts += 1
    console.error('nothing moves:', ...this.standing)
    last.at = performance.now()
    await Promise.all([...this.#alive].map(worker => worker.kill()))
  }

  async #kill(): Promise<void> {
    let before = 0
    const last = { offered: 0, at: performance.now() }
    while (!this.#over) {
      await sleep(killEveryMs)
      await this.#restartIfIdle(last)
      // On a machine so slow that nothing leaves between two kills, killing on proves nothing.
      const moved = this.mailServer.offered - before >= lettersBetween
      const victim = moved && this.#working.length > 1 ? this.#working.shift() : undefined
      if (!victim || this.#over) continue
      this.kills += 1
      before = this.mailServer.offered
      await victim.kill()
    }
  }
}

describe.each(workerBackends)('workers killed every 700 ms on $name (JOB-01)', ({ name, settings }) => {
  test('lose no reminder, and send none twice', { timeout: sized(540_000, 900_000) }, async ({
    operator,
    databaseUrl,
  }) => {
    await migrateQueue({ url: databaseUrl })
    const mailServer = await MailServer.start()
    await usualDay(operator, reminders)
    // Slow enough for kills to fall between the end of a message and its answer.
    mailServer.delayMs = () => Math.random() * 60
    // Nobody plans: the sweep finds what is due, and is killed in the middle of it too.
    const waves = await createWaitingWaves(operator, reminders)
    const startedAt = performance.now()
    const workers = new KilledWorkers(
      { ...settings({ url: databaseUrl }, 1), ...clockShift(), SMTP_URL: mailServer.url },
      mailServer,
    )
    await untilSettled(operator, reminders, sized(400_000, 800_000))
      .catch(async (error: unknown) => {
        const states = (await ledger(operator)).map(({ state }) => state)
        const counts = [...new Set(states)].map(state => `${states.filter(each => each === state).length} ${state}`)
        console.error(`${workers.kills} kills`, ...counts, ...workers.standing)
        throw error
      })
      .finally(() => workers.end())
    await mailServer.stop()

    const tally = await tallyOf(operator, mailServer, waves)
    tell('kill -9 every 700 ms', name, tally, `${workers.kills} kills, ${workers.restarts} restarts`, startedAt)
    const rows = await ledger(operator)
    expect(rows).toHaveLength(reminders)
    expect(workers.kills).toBeGreaterThanOrEqual(sized(3, 5))
    expect(tally).toMatchObject({ due: reminders, lost: 0, doubled: 0, refused: 0 })
    expect(tally.sent + tally.uncertain).toBe(reminders)
    expect(tally.uncertain).toBeLessThanOrEqual(workers.kills * connections)
    // Nobody knows of those whose worker died after it had given the end of the message, and of no others.
    const uncertain = rows.filter(({ state }) => state === 'uncertain')
    expect(uncertain.filter(({ failure, dataStartedAt }) => failure !== 'interrupted' || !dataStartedAt)).toEqual([])
    // What the server has and the ledger does not call sent is what the ledger calls uncertain.
    const known = new Set(rows.filter(({ state }) => state !== 'failed').map(({ messageId }) => messageId))
    expect(mailServer.received.filter(({ messageId }) => !known.has(messageId))).toEqual([])
  })
})
