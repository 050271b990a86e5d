import { createServer, type Server } from 'node:http'
import { Counter, collectDefaultMetrics, Gauge, Registry } from 'prom-client'
import type { Clock } from '#app/kernel/clock.ts'
import { poolUse } from '#db/client.ts'
import { relayFigures } from '#db/relay.ts'
import type { Queues } from './queues.ts'
import type { JobEnd } from './run-job.ts'

/** What an operator of the product watches, on a listener of its own that the public does not reach. */
export function workerMetrics(queues: Queues, clock: Clock) {
  const registry = new Registry()
  const registers = [registry]
  collectDefaultMetrics({ register: registry })
  const ended = new Counter({
    name: 'sillage_jobs_total',
    help: 'Jobs that ended, by name and end',
    labelNames: ['job', 'end'],
    registers,
  })
  const troubles = new Counter({ name: 'sillage_worker_errors_total', help: 'Errors outside jobs', registers })
  const outboxAge = new Gauge({
    name: 'sillage_outbox_age_seconds',
    help: 'Age of the oldest row of the outbox that is due and not settled',
    registers,
  })
  const outboxWaiting = new Gauge({ name: 'sillage_outbox_waiting', help: 'Rows due and not settled', registers })
  const sends = new Gauge({ name: 'sillage_sends', help: 'Messages by state', labelNames: ['state'], registers })
  const jobs = new Gauge({
    name: 'sillage_queue_jobs',
    help: 'Jobs in the queue, by queue and state',
    labelNames: ['queue', 'state'],
    registers,
  })
  const pools = new Gauge({
    name: 'sillage_database_connections',
    help: 'Connections by role: open, idle, and requests waiting for one',
    labelNames: ['role', 'kind'],
    registers,
  })
  const collect = async () => {
    const figures = await relayFigures(clock())
    outboxAge.set(figures.outboxAgeSeconds)
    outboxWaiting.set(figures.outboxWaiting)
    sends.reset()
    for (const { state, count } of figures.sends) sends.set({ state }, count)
    for (const { role, total, idle, waiting } of poolUse()) {
      pools.set({ role, kind: 'open' }, total)
      pools.set({ role, kind: 'idle' }, idle)
      pools.set({ role, kind: 'waiting' }, waiting)
    }
    for (const { queue, state, count } of await queues.counts()) jobs.set({ queue, state }, count)
  }
  return {
    jobEnded: (job: string, end: JobEnd | 'thrown') => ended.inc({ job, end }),
    trouble: () => troubles.inc(),
    /** What cannot be read now is left as it was: the scrape answers whatever is away. */
    text: async () => {
      await collect().catch(() => troubles.inc())
      return registry.metrics()
    },
  }
}

export function serveMetrics({ host, port }: { host: string; port: number }, text: () => Promise<string>): Server {
  return createServer(async (request, response) => {
    if (request.url !== '/metrics') return void response.writeHead(404).end()
    response.writeHead(200, { 'Content-Type': 'text/plain; version=0.0.4' }).end(await text())
  }).listen(port, host)
}
