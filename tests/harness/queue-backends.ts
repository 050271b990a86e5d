import { inject } from 'vitest'
import type { TestDatabase } from './database.ts'

/** What each suite of the queues project runs on: `describe.each(queueBackends)('… on $name', ({ settings }) => …)`. */
export const queueBackends: { name: string; settings: (database: TestDatabase) => Record<string, string> }[] = [
  { name: 'Redis', settings: () => ({ REDIS_URL: inject('redis').url }) },
  { name: 'PostgreSQL', settings: database => ({ REDIS_URL: '', QUEUE_DATABASE_URL: database.url }) },
]

/**
 * What the workers of a test run on. Each file has a number of its own: test files share one Redis, each in a database
 * of it that nobody else reads.
 */
export const workerBackends: {
  name: string
  settings: (database: { url: string }, file: number) => Record<string, string>
}[] = [
  { name: 'Redis', settings: ({ url }, file) => ({ DATABASE_URL: url, REDIS_URL: `${inject('redis').url}/${file}` }) },
  { name: 'PostgreSQL', settings: ({ url }) => ({ DATABASE_URL: url }) },
]
