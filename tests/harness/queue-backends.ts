import { inject } from 'vitest'
import type { TestDatabase } from './database.ts'

/** What each suite of the queues project runs on: `describe.each(queueBackends)('… on $name', ({ settings }) => …)`. */
export const queueBackends: { name: string; settings: (database: TestDatabase) => Record<string, string> }[] = [
  { name: 'Redis', settings: () => ({ REDIS_URL: inject('redis').url }) },
  { name: 'PostgreSQL', settings: database => ({ REDIS_URL: '', QUEUE_DATABASE_URL: database.url }) },
]
