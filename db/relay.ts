import { sql } from 'drizzle-orm'
import { database, transaction } from './client.ts'

/** What the relay may see of every operator: outbox rows to hand over, sends that are due, and the list of operators. */
export type OutboxRow = { operatorId: string; id: string; job: string; payload: Record<string, string> }

export async function listOperators(): Promise<{ id: string; clockOffsetDays: number }[]> {
  const found = await database('relay').execute<{ id: string; clock_offset_days: number }>(
    sql`select id, clock_offset_days from operators order by id`,
  )
  return found.rows.map(row => ({ id: row.id, clockOffsetDays: row.clock_offset_days }))
}

/**
 * Takes up to `limit` waiting outbox rows, hands them to `deliver`, and marks them relayed, in one transaction.
 * A crash after delivery delivers them again: the queue and the handlers must bear it (at least once).
 */
export async function relayOutbox(
  limit: number,
  now: Date,
  deliver: (rows: OutboxRow[]) => Promise<void>,
): Promise<number> {
  return transaction('relay', 'write', async tx => {
    const found = await tx.execute<{ operator_id: string; id: string; job: string; payload: Record<string, string> }>(
      sql`select operator_id, id, job, payload from outbox
          where relayed_at is null and available_at <= ${now.toISOString()}
          order by available_at limit ${limit} for update skip locked`,
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
