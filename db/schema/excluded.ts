import { type SQL, sql } from 'drizzle-orm'
import { toSnakeCase } from 'drizzle-orm/casing'

/** In an upsert, what the row that could not be inserted would have held, column by column. */
export function excluded<const Name extends string>(...names: Name[]): Record<Name, SQL>
export function excluded(...names: string[]): Record<string, SQL> {
  return Object.fromEntries(names.map(name => [name, sql`excluded.${sql.identifier(toSnakeCase(name))}`]))
}
