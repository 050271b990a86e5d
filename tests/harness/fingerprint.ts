import { withClient } from './connection.ts'

/**
 * One checksum per table, over every row of every operator: what a refusal must leave as it was. Of where each row lies and
 * which transaction wrote it, so that a write of the same values is seen too, and that no page of text is read for it.
 */
export function fingerprint(url: string): Promise<Record<string, string>> {
  return withClient(url, async client => {
    const { rows: tables } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
    )
    const sums: Record<string, string> = {}
    for (const { name } of tables) {
      const { rows } = await client.query<{ sum: string }>(
        `select count(*) || ':' || coalesce(sum(hashtextextended(t.ctid::text || ' ' || t.xmin::text, 0)::numeric), 0) as sum from ${client.escapeIdentifier(name)} t`,
      )
      sums[name] = rows[0]?.sum ?? ''
    }
    return sums
  })
}
