import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { provideEnvironment } from '#app/env.server.ts'
import { deliver } from '#app/features/messages/mailer.server.ts'
import { installProgrammes } from '#app/features/programmes/programmes.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { database } from '#db/client.ts'
import { operators } from '#db/schema/operators.ts'
import { withTenant } from '#db/tenant.ts'
import { startWorkers } from '../harness/bundled-workers.ts'
import { withClient } from '../harness/connection.ts'
import { MailServer } from '../harness/mail-server.ts'
import { redis } from '../harness/services.ts'
import type { Bench } from './bench.ts'

const clock = () => new Date('2026-03-12T09:00:00Z')
const letters = Number(process.env.LETTERS ?? 10_000)
const processes = Number(process.env.WORKERS ?? 1)

/**
 * Reminders due, from the start of the workers to the last letter at the mail server: planned by the sweep, written,
 * handed over one by one on real connections. Beside the floor: as many mails of one line, that nothing writes and no
 * ledger knows, on as many connections. `LETTERS=1000`, `WORKERS=2`.
 */
export async function measure(bench: Bench): Promise<void> {
  await floor(bench)
  const mailServer = await MailServer.start()
  const queue = await redis()
  const operatorId = await waitingWaves(bench.url)
  const settings = {
    ...{ DATABASE_URL: bench.url, REDIS_URL: queue.url, SMTP_URL: mailServer.url, WORKER_MINUTE_MS: '60000' },
    CLOCK_SHIFT_MS: String(clock().getTime() - Date.now()),
  }
  const startedAt = performance.now()
  const workers = await Promise.all(Array.from({ length: processes }, () => startWorkers(settings)))
  const readyAt = performance.now()
  const databaseName = new URL(bench.url).pathname.slice(1)
  const before = processorSeconds(databaseName)
  await untilAllCame(bench, mailServer, readyAt)
  const spent = Object.entries(processorSeconds(databaseName)).map(
    ([who, at]) => `${who} ${(((at - (before[who] ?? 0)) / letters) * 1000).toFixed(1)} ms`,
  )
  bench.say(`processor time a letter: ${spent.join(', ')}`)
  const seconds = (performance.now() - readyAt) / 1000
  const start = ((readyAt - startedAt) / 1000).toFixed(1)
  bench.say(
    `${mailServer.received.length} letters planned, written and handed over: ${seconds.toFixed(1)} s, ${(letters / seconds).toFixed(0)} a second (≤ 60 s for 10 000); ${processes} process(es), started in ${start} s`,
  )
  await Promise.all(workers.map(worker => worker.stop()))
  await queue.stop()
  await mailServer.stop()
  const { rows } = await withClient(bench.url, client =>
    client.query(`select state, count(*) from sends where operator_id = $1 group by state`, [operatorId]),
  )
  bench.say(`ledger: ${JSON.stringify(rows)}`)
}

/** Of the processes that take part, since they began: the mail server with this measurement, workers, and database. */
function processorSeconds(databaseName: string): Record<string, number> {
  const { user, system } = process.cpuUsage()
  const found: Record<string, number> = { 'mail server': (user + system) / 1e6, workers: 0, PostgreSQL: 0 }
  for (const id of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
    try {
      const command = readFileSync(`/proc/${id}/cmdline`, 'utf8')
      const isDatabase = command.startsWith('postgres') && command.includes(` ${databaseName} `)
      const who = isDatabase ? 'PostgreSQL' : command.includes('build/workers-') ? 'workers' : null
      const stat = readFileSync(`/proc/${id}/stat`, 'utf8').replace(/^.*\)/, '').trim().split(' ')
      if (who) found[who] = (found[who] ?? 0) + (Number(stat[11]) + Number(stat[12])) / 100
    } catch {
      // It ended in between.
    }
  }
  return found
}

/** As many as one process of ours has in hand at once (workers/main.ts). */
const connections = 20

async function floor(bench: Bench): Promise<void> {
  const mailServer = await MailServer.start()
  provideEnvironment({ SMTP_URL: mailServer.url })
  const startedAt = performance.now()
  let left = letters
  const lane = async () => {
    while (left > 0) {
      left -= 1
      const mail = { fromName: 'Mesure', subject: 'Mesure', html: '<p>Mesure</p>', text: 'Mesure' }
      const messageId = `<${left}@mesure.example>`
      await deliver({ ...mail, messageId, to: `contact@structure-${left}.example` }, () => Promise.resolve(true))
    }
  }
  await Promise.all(Array.from({ length: connections }, lane))
  const seconds = (performance.now() - startedAt) / 1000
  bench.say(`floor: ${mailServer.received.length} mails handed over, ${(letters / seconds).toFixed(0)} a second`)
  await mailServer.stop()
}

async function untilAllCame(bench: Bench, mailServer: MailServer, readyAt: number): Promise<void> {
  let first = 0
  while (mailServer.received.length < letters) {
    await new Promise(resolve => setTimeout(resolve, 100))
    const elapsed = performance.now() - readyAt
    if (first === 0 && mailServer.received.length > 0) {
      first = elapsed
      bench.say(`first letter after ${(first / 1000).toFixed(1)} s`)
    }
    if (elapsed > 900_000) throw new Error(`${mailServer.received.length} of ${letters} came`)
  }
}

/** So many cases in follow-up, each with a contact and one wave that is due today. */
async function waitingWaves(url: string): Promise<string> {
  const operatorId = newId()
  const slug = `lettres-${randomUUID().slice(0, 8)}`
  await database('worker').insert(operators).values({ id: operatorId, slug, name: slug, department: '45' })
  const door = { kind: 'system', operatorId } as const
  await withTenant(door, 'write', clock, ({ tx }) => installProgrammes(tx, operatorId))
  await withClient(url, async client => {
    const run = (text: string) => client.query(text, [operatorId, letters])
    await run(`insert into organisations (operator_id, id, name, search_text)
      select $1, gen_random_uuid(), 'Structure ' || n, 'structure ' || n from generate_series(1, $2::int) n`)
    await run(`insert into people (operator_id, id, organisation_id, name, email)
      select o.operator_id, gen_random_uuid(), o.id, 'Contact', 'contact@' || replace(o.name, ' ', '-') || '.example'
      from organisations o where o.operator_id = $1 limit $2`)
    await run(`insert into accompaniments (operator_id, id, number, organisation_id, contact_person_id, programme_id,
        state, state_since, restitution_on)
      select p.operator_id, gen_random_uuid(), '2025-' || lpad(row_number() over ()::text, 5, '0'), p.organisation_id,
        p.id, (select id from programmes where operator_id = $1 and code = 'dla-individuel'), 'follow_up',
        date '2025-09-12', date '2025-09-12' from people p where p.operator_id = $1 limit $2`)
    await run(`insert into follow_ups (operator_id, id, accompaniment_id, wave, planned_on, state)
      select operator_id, gen_random_uuid(), id, 'T2', date '2026-03-12', 'planned' from accompaniments
      where operator_id = $1 limit $2`)
    // Otherwise the brake stops a run that large, as it should.
    await run(`insert into send_days (operator_id, id, day, begun, allowed)
      values ($1, gen_random_uuid(), date '2026-01-12', $2::int, $2::int)`)
    await client.query('analyze')
  })
  return operatorId
}
