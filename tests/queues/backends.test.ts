import { randomUUID } from 'node:crypto'
import { createPostgresBackend, Queue, Worker } from 'bullmq'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { cloneDatabase, type TestDatabase } from '#tests/harness/database.ts'
import { queueBackends } from '#tests/harness/queue-backends.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await cloneDatabase()
})
afterAll(() => database.drop())

describe.each(queueBackends)('the queue of tests on $name', ({ settings }) => {
  it('hands a job to a worker once, though it was added twice', async () => {
    const { REDIS_URL, QUEUE_DATABASE_URL } = settings(database)
    const name = `trial-${randomUUID()}`
    const seen: unknown[] = []
    const work = async (job: { data: unknown }) => void seen.push(job.data)
    const [queue, worker] = REDIS_URL
      ? overRedis(name, { url: REDIS_URL, maxRetriesPerRequest: null }, work)
      : overPostgres(name, { connectionString: QUEUE_DATABASE_URL, schema: 'trial', migrate: true }, work)
    await queue.waitUntilReady()
    await queue.add('greet', { word: 'bonjour' }, { jobId: 'greeting-1' })
    await queue.add('greet', { word: 'bonjour' }, { jobId: 'greeting-1' })
    await vi.waitFor(() => expect(seen).toEqual([{ word: 'bonjour' }]), 10_000)
    await worker.close()
    expect(seen).toHaveLength(1)
    await queue.close()
  })
})

type Work = (job: { data: unknown }) => Promise<void>

function overRedis(name: string, connection: { url: string; maxRetriesPerRequest: null }, work: Work) {
  return [new Queue(name, { connection }), new Worker(name, work, { connection })] as const
}

function overPostgres(name: string, connection: Record<string, unknown>, work: Work) {
  return [
    new Queue(name, { connection }, createPostgresBackend),
    new Worker(name, work, { connection }, createPostgresBackend),
  ] as const
}
