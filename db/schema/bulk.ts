import { getTableName, type InferInsertModel, type SQL, sql } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'
import type { PgTable } from 'drizzle-orm/pg-core'

const column = (name: string) => sql.identifier(toSnakeCase(name))
const columns = (names: readonly string[]) => sql.join(names.map(column), sql`, `)

/**
 * Many rows in one statement and one parameter, whatever their number: the query builder takes five times longer to write
 * such a statement than PostgreSQL to run it. Every row has the keys of the first; what they leave out takes its default.
 */
export function bulkInsert<T extends PgTable>(table: T, rows: readonly InferInsertModel<T>[]): SQL {
  const names = Object.keys(rows[0] ?? {})
  const json = JSON.stringify(rows.map(row => Object.fromEntries(renamed(row))))
  return sql`
    insert into ${table} (${columns(names)})
    select ${columns(names)} from json_populate_recordset(null::${sql.identifier(getTableName(table))}, ${json}::json)`
}

const renamed = (row: object) => Object.entries(row).map(([name, value]) => [toSnakeCase(name), value])

/** The same, replacing `replaced` in the rows that are known by their `key`; `also` sets what no row holds. */
export function bulkUpsert<T extends PgTable>(
  table: T,
  rows: readonly InferInsertModel<T>[],
  { key, replaced, also = [] }: { key: readonly string[]; replaced: readonly string[]; also?: readonly SQL[] },
): SQL {
  const sets = [...replaced.map(name => sql`${column(name)} = excluded.${column(name)}`), ...also]
  return sql`${bulkInsert(table, rows)} on conflict (${columns(key)}) do update set ${sql.join(sets, sql`, `)}`
}

/** For `also`: an edit that was made on the former version is a conflict. */
export const nextVersion = (table: PgTable): SQL[] => [
  sql`version = ${sql.identifier(getTableName(table))}.version + 1`,
  sql`updated_at = now()`,
]
