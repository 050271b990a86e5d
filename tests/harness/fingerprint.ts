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
    // One question for all tables: one for each took twice as long, thrice in each of three hundred tests.
    const sumOf = ({ name }: { name: string }) =>
      `select ${client.escapeLiteral(name)} as name, count(*) || ':' || coalesce(bit_xor(hashtextextended(t.ctid::text || ' ' || t.xmin::text, 0)), 0) as sum
       from ${client.escapeIdentifier(name)} t`
    await client.query('set jit = off')
    const { rows } = await client.query<{ name: string; sum: string }>(tables.map(sumOf).join(' union all '))
    return Object.fromEntries(rows.map(({ name, sum }) => [name, sum]))
  })
}
