import { sql } from 'drizzle-orm'
import { reachOf } from '#db/isolation.ts'
import type { TestOperator } from './operator.ts'

/** The tables of an operator in which a text stands, whatever the column: nobody has to think of a new one. */
export function tablesHolding(operator: TestOperator, text: string): Promise<string[]> {
  return operator.inside(async ({ tx }) => {
    const holding: string[] = []
    for (const table of Object.keys(reachOf)) {
      const { rows } = await tx.execute<{ held: boolean }>(
        sql`select exists (select 1 from ${sql.identifier(table)} t where operator_id = ${operator.id} and strpos(lower(to_jsonb(t)::text), lower(${text})) > 0) held`,
      )
      if (rows[0]?.held) holding.push(table)
    }
    return holding
  })
}
