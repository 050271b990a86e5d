import { setTimeout as sleep } from 'node:timers/promises'
import { createPostgresBackend, Queue, Worker, type WorkerOptions, withBackend } from 'bullmq'
import { Redis } from 'ioredis'
import { type QueueName, queueNames } from '#app/kernel/job.ts'
import { queueSchema } from '#db/roles.ts'

/** Where jobs wait. The truth is in PostgreSQL's own tables: whatever is lost here is handed over again. */
export type QueueConfiguration = {
  /** Redis when given; otherwise the library's tables in PostgreSQL. */
  redisUrl?: string | undefined
  databaseUrl: string
  /** The minute by which the workers live (`WORKER_MINUTE_MS`). */
  minuteMs: number
  onError: (error: Error) => void
}

/** Ids only: what waits in a queue can be read by whoever reads the queue. */
export type JobData = { operatorId: string; payload: Record<string, string>; outboxId?: string }

export type WaitingJob = {
  queue: QueueName
  name: string
  /** Two jobs of one id are one job while the first is there: neither `:` nor a whole number. */
  id: string
  data: JobData
}

export type Queues = {
  backend: 'redis' | 'postgresql'
  /** Rejects within five seconds when the queue cannot be reached; the caller keeps its rows. */
  add(jobs: WaitingJob[]): Promise<void>
  /** Runs the jobs of one queue, so many at a time. */
  work(queue: QueueName, concurrency: number, run: (name: string, data: JobData) => Promise<void>): void
  counts(): Promise<{ queue: QueueName; state: string; count: number }[]>
  /** Takes no more jobs, lets those under way end, then closes. */
  close(): Promise<void>
}

const addTimeoutMs = 5_000
/**
 * Nothing is kept of a job that ended: a kept one would swallow the next of its id in silence. What became of it stands
 * in the outbox, in the ledger of messages or among the failed jobs.
 */
const keepNone = { removeOnComplete: true, removeOnFail: true, attempts: 1 } as const

export function openQueues(configuration: QueueConfiguration): Queues {
  const { onError, minuteMs } = configuration
  const backend = configuration.redisUrl
    ? redisBackend(configuration.redisUrl, onError)
    : postgresBackend(configuration.databaseUrl, onError)
  const opened = new Map<QueueName, BackendQueue>()
  const queueOf = (name: QueueName) => {
    const known = opened.get(name)
    if (known) return known
    const queue = backend.queue(name)
    queue.on('error', onError)
    opened.set(name, queue)
    return queue
  }
  /** A queue that failed is opened anew: the library keeps for ever the answer to its first look at the database. */
  const added = async (name: QueueName, jobs: WaitingJob[]) => {
    const queue = queueOf(name)
    try {
      await queue.addBulk(jobs.map(entry))
    } catch (error) {
      if (opened.get(name) === queue) opened.delete(name)
      queue.close().catch(onError)
      throw error
    }
  }
  const workers: BackendWorker[] = []
  return {
    backend: configuration.redisUrl ? 'redis' : 'postgresql',
    add: async jobs => {
      const adding = queueNames.map(async name => {
        const mine = jobs.filter(job => job.queue === name)
        if (mine.length > 0) await added(name, mine)
      })
      await within(addTimeoutMs, Promise.all(adding))
    },
    work: (name, concurrency, run) => {
      const worker = backend.worker(name, job => run(job.name, job.data), {
        concurrency,
        lockDuration: minuteMs / 2,
        stalledInterval: minuteMs / 2,
        // A worker that dies twice must not cost its jobs (reliability F4); attempts are counted in PostgreSQL.
        maxStalledCount: 1_000_000,
        runRetryDelay: Math.min(5_000, minuteMs / 4),
      })
      workers.push(worker)
    },
    counts: async () => {
      const all = queueNames.map(async name => {
        const states = queueOf(name).getJobCounts('waiting', 'active', 'delayed', 'failed')
        const counts = await within(addTimeoutMs, states)
        return Object.entries(counts).map(([state, count]) => ({ queue: name, state, count }))
      })
      return (await Promise.all(all)).flat()
    },
    close: async () => {
      await Promise.all(workers.map(worker => worker.close()))
      await Promise.all([...opened.values()].map(queue => queue.close()))
      backend.close()
    },
  }
}

const entry = ({ name, data, id }: WaitingJob) => ({ name, data, opts: { ...keepNone, jobId: id } })

type Behaviour = Pick<WorkerOptions, 'concurrency' | 'lockDuration' | 'stalledInterval' | 'maxStalledCount'> & {
  runRetryDelay: number
}
type Run = (job: { name: string; data: JobData }) => Promise<void>
type BackendQueue = {
  addBulk(entries: ReturnType<typeof entry>[]): Promise<unknown>
  getJobCounts(...states: ('waiting' | 'active' | 'delayed' | 'failed')[]): Promise<Record<string, number>>
  on(event: 'error', listener: (error: Error) => void): unknown
  close(): Promise<void>
}
type BackendWorker = { close(): Promise<void> }
type Backend = {
  /** Throws when the queue's server is known to be away. */
  queue(name: string): BackendQueue
  worker(name: string, run: Run, behaviour: Behaviour): BackendWorker
  close(): void
}

/** Few enough to be read in a console; nothing of ours listens to them. */
const streams = { events: { maxLen: 1_000 } }

function redisBackend(url: string, onError: (error: Error) => void): Backend {
  // Producers fail at once while Redis is away, their rows wait in PostgreSQL; workers wait for it to come back.
  const producer = new Redis(url, { enableOfflineQueue: false, maxRetriesPerRequest: 1, connectTimeout: 5_000 })
  const consumer = new Redis(url, { maxRetriesPerRequest: null, connectTimeout: 5_000 })
  producer.on('error', onError)
  consumer.on('error', onError)
  const prefix = 'sillage'
  return {
    queue: name => {
      // Opened on a connection that is not ready, the library's queue fails once and for all.
      if (producer.status !== 'ready') throw new Error('Redis is away')
      return new Queue<JobData, void, string>(name, {
        connection: producer,
        prefix,
        streams,
        skipWaitingForReady: true,
      })
    },
    worker: (name, run, behaviour) => {
      const worker = new Worker<JobData, void, string>(name, run, { ...behaviour, connection: consumer, prefix })
      worker.on('error', onError)
      return worker
    },
    close: () => {
      producer.disconnect()
      consumer.disconnect()
    },
  }
}

function postgresBackend(connectionString: string, onError: (error: Error) => void): Backend {
  const onPostgres = withBackend(createPostgresBackend)
  // The library reads the schema from this object; a pool of ours would be taken as it is, with our search_path.
  const connection = (max: number) => ({
    connectionString,
    schema: queueSchema,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 30_000,
    keepAlive: true,
  })
  return {
    queue: name => new onPostgres.Queue<JobData, void, string>(name, { connection: connection(2), streams }),
    worker: (name, run, behaviour) =>
      whenReady(behaviour.runRetryDelay, onError, () => {
        const options = { ...behaviour, connection: connection(3), autorun: false }
        return new onPostgres.Worker<JobData, void, string>(name, run, options)
      }),
    close: () => {},
  }
}

type StartedWorker = BackendWorker & {
  on(event: 'error', listener: (error: Error) => void): unknown
  waitUntilReady(): Promise<unknown>
  run(): Promise<void>
}

/**
 * Runs a worker once its database has answered, and makes another when it has not. The library's own keeps the first
 * refusal for ever, and asks again in a loop that leaves nothing else in the process its turn, not even a signal to stop.
 */
function whenReady(retryMs: number, onError: (error: Error) => void, make: () => StartedWorker): BackendWorker {
  let closing = false
  const began = begin()
  return {
    close: async () => {
      closing = true
      await (await began)?.close()
    },
  }
  async function begin(): Promise<StartedWorker | null> {
    while (!closing) {
      const worker = make()
      worker.on('error', onError)
      const isReady = await worker.waitUntilReady().then(
        () => true,
        error => onError(error),
      )
      if (isReady) {
        worker.run().catch(onError)
        return worker
      }
      await worker.close().catch(onError)
      for (let waited = 0; waited < retryMs && !closing; waited += 100) await sleep(100)
    }
    return null
  }
}

function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the queue does not answer')), ms)
  })
  return Promise.race([work, late]).finally(() => clearTimeout(timer))
}
