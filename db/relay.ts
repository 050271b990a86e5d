import { sql } from 'drizzle-orm'
import { database, listen, transaction } from './client.ts'

/** What the relay may see of every operator: outbox rows to hand over, sends that are due, and the list of operators. */
export type OutboxRow = { operatorId: string; id: string; job: string; payload: Record<string, string> }

/** The operator's own time: the clock of a demonstration may be ahead. */
const operatorNow = (now: Date) =>
  sql`${now.toISOString()}::timestamptz + operators.clock_offset_days * interval '1 day'`

export async function listOperators(): Promise<{ id: string; clockOffsetDays: number }[]> {
  const found = await database('relay').execute<{ id: string; clock_offset_days: number }>(
    sql`select id, clock_offset_days from operators order by id`,
  )
  return found.rows.map(row => ({ id: row.id, clockOffsetDays: row.clock_offset_days }))
}

/**
 * Takes up to `limit` waiting outbox rows, hands them to `deliver`, and marks them relayed, in one transaction.
 * Waiting are those never handed over, and those handed over more than `patienceMs` ago that nobody has settled since:
 * the queue may have lost them. A crash after delivery delivers again: the queue and the handlers must bear it.
 */
export async function relayOutbox(
  { limit, patienceMs, now }: { limit: number; patienceMs: number; now: Date },
  deliver: (rows: OutboxRow[]) => Promise<void>,
): Promise<number> {
  const lostBefore = new Date(now.getTime() - patienceMs).toISOString()
  return transaction('relay', 'write', async tx => {
    const found = await tx.execute<{ operator_id: string; id: string; job: string; payload: Record<string, string> }>(
      sql`select operator_id, outbox.id, job, payload from outbox join operators on operators.id = operator_id
          where settled_at is null and available_at <= ${operatorNow(now)}
            and (relayed_at is null or relayed_at < ${lostBefore})
          order by available_at limit ${limit} for update of outbox skip locked`,
    )
    const rows = found.rows.map(row => ({
      operatorId: row.operator_id,
      id: row.id,
      job: row.job,
      payload: row.payload,
    }))
    if (rows.length === 0) return 0
    await deliver(rows)
    await tx.execute(
      sql`update outbox set relayed_at = ${now.toISOString()} where id in (${sql.join(
        rows.map(row => sql`${row.id}::uuid`),
        sql`, `,
      )})`,
    )
    return rows.length
  })
}

/** Those whose ledger holds messages that are due and that nobody holds: planned ones, and those past their lease. */
export async function operatorsWithDueSends(now: Date): Promise<string[]> {
  const found = await database('relay').execute<{ id: string }>(
    sql`select id from operators where exists (
          select from sends where operator_id = operators.id and state in ('planned', 'sending')
            and due_at <= ${operatorNow(now)} and (state = 'planned' or lease_until < now()))`,
  )
  return found.rows.map(({ id }) => id)
}

/** For the metrics: how long the oldest waiting row has waited, and how many messages stand in each state. */
export async function relayFigures(now: Date): Promise<{
  outboxWaiting: number
  outboxAgeSeconds: number
  sends: { state: string; count: number }[]
}> {
  const [waiting, sends] = await Promise.all([
    database('relay').execute<{ count: number; age: number }>(
      sql`select count(*)::int as count,
            coalesce(max(extract(epoch from now() - outbox.created_at)), 0)::float8 as age
          from outbox join operators on operators.id = operator_id
          where settled_at is null and available_at <= ${operatorNow(now)}`,
    ),
    database('relay').execute<{ state: string; count: number }>(
      sql`select state, count(*)::int as count from sends group by state`,
    ),
  ])
  return {
    outboxWaiting: waiting.rows[0]?.count ?? 0,
    outboxAgeSeconds: waiting.rows[0]?.age ?? 0,
    sends: sends.rows,
  }
}

/** Calls back at each commit that left something in the outbox; a lost notice only costs one poll interval. */
export const listenToOutbox = (onNotice: () => void) => listen('relay', 'outbox', onNotice)
