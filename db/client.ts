import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import pg from 'pg'
import type { RuntimeRole } from './roles.ts'

export type Database = NodePgDatabase<Record<string, never>>
export type DatabaseUrls = Record<RuntimeRole, string>

/**
 * Sizes and limits of the pools, by role. Remix runs nested loaders in parallel, each in its own transaction:
 * a page takes two or three connections at once. A transaction left idle is cut after 10 s, a statement after 5 s
 * for the web and 60 s for workers (reliability INP-05).
 */
const limits: Record<RuntimeRole, { max: number; statementMs: number }> = {
  web: { max: 16, statementMs: 5_000 },
  worker: { max: 12, statementMs: 60_000 },
  relay: { max: 2, statementMs: 10_000 },
  identity: { max: 6, statementMs: 5_000 },
}

let urls: DatabaseUrls | undefined
const pools = new Map<RuntimeRole, { pool: pg.Pool; db: Database }>()

/** Says where the database is; called once by each process (and by each test file). */
export function configureDatabase(next: DatabaseUrls): void {
  urls = next
}

export function database(role: RuntimeRole): Database {
  const known = pools.get(role)
  if (known) return known.db
  if (!urls) throw new Error('the database is not configured')
  const pool = openPool(urls[role], limits[role])
  const db = drizzle(pool, { casing: 'snake_case' })
  pools.set(role, { pool, db })
  return db
}

/** A transaction's handle. It opens none of its own: a nested `begin` would end with the outer one's commit. */
export type Transaction = Omit<Database, 'transaction'>

/** Runs `fn` in one transaction of a run-time role. */
export async function transaction<T>(
  role: RuntimeRole,
  mode: 'read' | 'write',
  fn: (tx: Transaction) => Promise<T>,
): Promise<T> {
  database(role)
  const pool = pools.get(role)?.pool
  if (!pool) throw new Error('the database was closed')
  return inTransaction(pool, mode, fn)
}

/**
 * Ours rather than Drizzle's, whose `begin` stands outside its `try`: a connection cut before it is never given back,
 * and after as many cuts as the pool is wide nobody is served (docs/decisions/005-transactions.md).
 */
export async function inTransaction<T>(
  pool: pg.Pool,
  mode: 'read' | 'write',
  fn: (tx: Transaction) => Promise<T>,
): Promise<T> {
  const connection = await pool.connect()
  const client = inTurn(connection)
  let broken: Error | undefined
  try {
    await client.query(mode === 'read' ? 'begin read only' : 'begin')
    const value = await fn(drizzle(client, { casing: 'snake_case' }))
    await client.query('commit')
    return value
  } catch (error) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    throw error
  } finally {
    // A connection that could not even roll back is thrown away.
    connection.release(broken)
  }
}

/** Statements asked for at once go one after the other: the driver is about to refuse them otherwise. */
function inTurn(connection: pg.PoolClient): pg.PoolClient {
  let last: Promise<unknown> = Promise.resolve()
  const query = (...asked: [string]): Promise<unknown> => {
    const answer = last.then(() => connection.query(...asked))
    last = answer.catch(() => {})
    return answer
  }
  return Object.create(connection, { query: { value: query } })
}

/** Connections in use and requests waiting, for the metrics. */
export function poolUse(): { role: RuntimeRole; total: number; idle: number; waiting: number }[] {
  return [...pools].map(([role, { pool }]) => ({
    role,
    total: pool.totalCount,
    idle: pool.idleCount,
    waiting: pool.waitingCount,
  }))
}

export async function closeDatabase(): Promise<void> {
  const open = [...pools.values()]
  pools.clear()
  await Promise.all(open.map(({ pool }) => pool.end()))
}

/**
 * Listens to a channel on a connection of its own, and again on a new one five seconds after it was lost.
 * Answers with what stops it.
 */
export function listen(role: RuntimeRole, channel: string, onNotice: () => void): () => Promise<void> {
  const connectionString = urls?.[role]
  if (!connectionString) throw new Error('the database is not configured')
  let stopped = false
  let client: pg.Client | undefined
  let timer: NodeJS.Timeout | undefined
  const connect = () => {
    const next = new pg.Client({ connectionString, keepAlive: true, connectionTimeoutMillis: 5_000 })
    client = next
    const again = () => {
      if (stopped || client !== next) return
      client = undefined
      timer = setTimeout(connect, 5_000)
    }
    next.on('notification', onNotice)
    next.on('error', again)
    next.on('end', again)
    next
      .connect()
      .then(() => next.query(`listen ${channel}`))
      .then(onNotice, again)
  }
  connect()
  return async () => {
    stopped = true
    clearTimeout(timer)
    await client?.end().catch(() => {})
  }
}

/** A pool of its own, for the owner's migrations and for tests. */
export function openPool(
  connectionString: string,
  { max, statementMs }: { max: number; statementMs: number },
): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: statementMs,
    idle_in_transaction_session_timeout: 10_000,
    options: '-c timezone=UTC -c lock_timeout=5000',
  })
  // Without a listener a connection cut by the server is an uncaught exception (57P01); the pool replaces it by itself.
  pool.on('error', () => {})
  pool.on('connect', client => client.on('error', () => {}))
  return pool
}
