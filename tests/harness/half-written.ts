import { firstBrokenLine } from '#app/access/journal.server.ts'
import { withClient } from './connection.ts'
import type { RunningProduct } from './running-product.ts'

/** Whose every row was born of a command that wrote in the history about it. */
const storied = [
  'accompaniments',
  'agreements',
  'diagnostics',
  'engineerings',
  'notes',
  'organisations',
  'providers',
  'referrals',
  'sessions',
  'snapshots',
]

/**
 * Traces of a command that wrote a part of what it writes, one line each: a row without its history, a change without
 * its line of the chain, a chain that does not hold, a character that no text may keep.
 */
export async function halfWritten(product: RunningProduct): Promise<string[]> {
  const troubles: string[] = []
  for (const { id, slug } of product.operators) {
    const line = await product.inside(id, firstBrokenLine)
    if (line !== null) troubles.push(`${slug}: the chain breaks at line ${line}`)
  }
  await withClient(product.url, async client => {
    for (const table of storied) {
      const { rows } = await client.query<{ id: string }>(
        `select id from ${table} t where not exists (select from events e where e.operator_id = t.operator_id and e.subject_id = t.id) limit 3`,
      )
      for (const { id } of rows) troubles.push(`${table} ${id} has no history`)
    }
    // One form that was accepted is one line of the chain.
    const { rows: unlined } = await client.query<{ command: string }>(
      `select k.command from (select operator_id, command, count(*) as n from idempotency_keys group by 1, 2) k
       left join (select operator_id, command, count(*) as n from audit_lines group by 1, 2) l using (operator_id, command)
       where coalesce(l.n, 0) < k.n`,
    )
    for (const { command } of unlined) troubles.push(`${command} left a form’s answer without its line of the chain`)
    const { rows: columns } = await client.query<{ table: string; column: string }>(
      `select table_name as "table", column_name as "column" from information_schema.columns
       where table_schema = 'public' and data_type = 'text'`,
    )
    for (const { table, column } of columns) {
      const { rowCount } = await client.query(
        `select from ${client.escapeIdentifier(table)}
         where ${client.escapeIdentifier(column)} ~ '[\\x01-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\u202a-\\u202e\\u2066-\\u2069]' limit 1`,
      )
      if (rowCount) troubles.push(`${table}.${column} keeps a control character`)
    }
  })
  return troubles
}
