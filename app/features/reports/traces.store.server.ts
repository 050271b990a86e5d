import { sql } from 'drizzle-orm'
import { catalogue, type FigureCode, figureCodes } from '#app/features/figures/catalogue.ts'
import { contributionsTo } from '#app/features/figures/contributions.store.server.ts'
import { factsOf } from '#app/features/figures/facts.store.server.ts'
import type { Figure, FigureAsk } from '#app/features/figures/figure.ts'
import { planned, scopeOf } from '#app/features/figures/figures.store.server.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { EditionTrace } from './edition-trace.ts'

type Row = {
  code: FigureCode
  number: string | null
  organisation: string | null
  numerator: number | null
  denominator: number | null
}

/**
 * The cases behind each of these figures, from the very lines that the figures are summed from: what the cases give sums
 * to the number. A median has no sum: each row keeps its own line, in order, so that its middle can be found.
 */
export async function tracesOf(
  tx: TenantTx,
  operatorId: string,
  ask: Omit<FigureAsk, 'audience'>,
  figures: readonly Figure[],
): Promise<Map<string, EditionTrace>> {
  const traces = new Map<string, EditionTrace>(
    figures.map(({ code, value, numerator, denominator }) => [code, { value, numerator, denominator, cases: [] }]),
  )
  const { rows } = await planned(tx, () => tx.execute<Row>(linesQuery(operatorId, ask)))
  for (const { code, ...line } of rows) traces.get(code)?.cases.push(line)
  return traces
}

function linesQuery(operatorId: string, ask: Omit<FigureAsk, 'audience'>) {
  const lines = figureCodes.map(code => {
    const row = catalogue[code].measure.kind === 'median' ? sql`row_id::text` : sql`''`
    return sql`select ${code} as code, ${row} as row_id, accompaniment_id, organisation_id,
      sum(numerator)::float8 as numerator, sum(denominator)::float8 as denominator
      from (${contributionsTo(code)}) lines group by 2, accompaniment_id, organisation_id
      having sum(numerator) is not null or sum(denominator) is not null`
  })
  return sql`${factsOf(scopeOf(operatorId, { ...ask, dimension: null }))}
    select l.code, a.number, o.name as organisation, l.numerator, l.denominator
    from (${sql.join(lines, sql` union all `)}) l
    left join accompaniments a on a.operator_id = ${operatorId} and a.id = l.accompaniment_id
    left join organisations o on o.operator_id = ${operatorId} and o.id = l.organisation_id
    order by l.code, l.numerator desc nulls last, a.number, o.name`
}
