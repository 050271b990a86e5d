import { databaseUrls, env, productionProblems, queueDatabaseUrl } from '#app/env.server.ts'
import { takeNoMore } from '#app/features/messages/send-message.effect.server.ts'
import { shiftedClock } from '#app/kernel/clock.ts'
import { refuseBadStanding } from '#app/standing.server.ts'
import { closeDatabase, configureDatabase } from '#db/client.ts'
import { log } from './log.ts'
import { serveMetrics, workerMetrics } from './metrics.ts'
import { type JobData, openQueues } from './queues.ts'
import { startRelay } from './relay.ts'
import { runJob } from './run-job.ts'
import { startSweeps } from './schedules.ts'

const problems = productionProblems('workers')
if (problems.length > 0) {
  process.stderr.write(
    `Les tâches de fond ne démarrent pas :\n${problems.map(problem => `  - ${problem}`).join('\n')}\n`,
  )
  process.exit(1)
}
configureDatabase(databaseUrls())
await refuseBadStanding('Les tâches de fond ne démarrent pas')
const minuteMs = env().WORKER_MINUTE_MS
const clock = shiftedClock(env().CLOCK_SHIFT_MS / 86_400_000)
const redisUrl = env().REDIS_URL
const queues = openQueues({
  redisUrl,
  databaseUrl: redisUrl ? '' : queueDatabaseUrl(),
  minuteMs,
  onError: error => trouble(error, 'queue'),
})
const metrics = workerMetrics(queues, clock)

/** Errors outside jobs; the same one is written once a minute, however often it comes back. */
const lastWritten = new Map<string, number>()
function trouble(error: unknown, where: string): void {
  metrics.trouble()
  const { name, message } = error instanceof Error ? error : { name: 'Error', message: String(error) }
  const key = `${where} ${name} ${message}`
  const now = clock().getTime()
  if (now - (lastWritten.get(key) ?? 0) < 60_000) return
  lastWritten.set(key, now)
  log.warn({ where, err: { name, message } }, 'worker trouble')
}

async function run(name: string, data: JobData): Promise<void> {
  try {
    const end = await runJob(name, data, { clock, minuteMs })
    metrics.jobEnded(name, end)
    if (end === 'given-up' || end === 'postponed')
      log.warn({ job: name, operator: data.operatorId, outbox: data.outboxId, end }, 'job not done')
  } catch (error) {
    metrics.jobEnded(name, 'thrown')
    trouble(error, `job ${name}`)
    throw error
  }
}

// A mail mostly waits for its server; a report keeps a processor busy.
queues.work('mail', 10, run)
queues.work('work', 4, run)
queues.work('reports', 1, run)
const loop = { queues, clock, minuteMs, onError: (error: unknown) => trouble(error, 'loop') }
const relay = startRelay(loop)
const sweeps = startSweeps(loop)
const port = env().METRICS_PORT
const metricsServer = port === undefined ? null : serveMetrics({ host: env().HOST, port }, metrics.text)
log.info({ backend: queues.backend }, 'workers ready')
process.send?.({ ready: queues.backend })

/** Takes nothing more, ends what is under way, then closes; what does not end in 25 s is left to the ledgers. */
let stopping = false
async function stop() {
  if (stopping) return
  stopping = true
  takeNoMore()
  setTimeout(() => process.exit(1), 25_000).unref()
  await Promise.all([relay.stop(), sweeps.stop()])
  await queues.close()
  metricsServer?.close()
  await closeDatabase()
  log.info('workers stopped')
  process.exit(0)
}
process.on('SIGTERM', stop)
process.on('SIGINT', stop)
process.on('disconnect', stop)
process.on('uncaughtException', error => {
  log.fatal({ err: { name: error.name, stack: error.stack } }, 'uncaught exception')
  process.exit(1)
})
