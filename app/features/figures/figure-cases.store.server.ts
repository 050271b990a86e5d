import { sql } from 'drizzle-orm'
import type { TenantTx } from '#db/tenant.ts'
import { catalogue, type FigureCode } from './catalogue.ts'
import { contributionsTo } from './contributions.store.server.ts'
import { factsOf } from './facts.store.server.ts'
import type { FigureAsk } from './figure.ts'
import type { FigureCase, FigureCases } from './figure-cases.ts'
import { planned, scopeOf } from './figures.store.server.ts'

/**
 * The cases behind a figure, of one cell when there is one: the lines that it is summed from, case by case, so that the
 * list's sum is the number. Those of a median stay apart, since a case may have several.
 */
export async function casesBehind(
  tx: TenantTx,
  operatorId: string,
  ask: FigureAsk,
  {
    code,
    cell,
    limit,
    offset,
  }: { code: FigureCode; cell: { key: string | null } | null; limit: number; offset: number },
): Promise<FigureCases> {
  const isMedian = catalogue[code].measure.kind === 'median'
  const scope = scopeOf(operatorId, { ...ask, dimension: cell ? ask.dimension : null })
  const { rows } = await planned(tx, () =>
    tx.execute<FigureCase & { count: number; all_numerator: number | null; all_denominator: number | null }>(sql`
      ${factsOf(scope)},
      given as (
        select accompaniment_id, organisation_id, sum(numerator) as numerator, sum(denominator) as denominator,
          sum(known)::int as known, sum(eligible)::int as eligible
        from (${contributionsTo(code)}) lines
        ${cell ? sql`where cell = ${cell.key ?? ''}` : sql``}
        group by accompaniment_id, organisation_id ${isMedian ? sql`, row_id` : sql``}
      )
      select a.number, o.name as organisation, g.numerator::float8, g.denominator::float8, g.known, g.eligible,
        count(*) over ()::int as count, (sum(g.numerator) over ())::float8 as all_numerator,
        (sum(g.denominator) over ())::float8 as all_denominator
      from given g
      left join accompaniments a on a.operator_id = ${operatorId} and a.id = g.accompaniment_id
      left join organisations o on o.operator_id = ${operatorId} and o.id = g.organisation_id
      order by g.numerator is null, a.number, g.numerator
      limit ${limit} offset ${offset}`),
  )
  const [first] = rows
  return {
    cases: rows.map(({ number, organisation, numerator, denominator, known, eligible }) => ({
      number,
      organisation,
      numerator,
      denominator,
      known,
      eligible,
    })),
    count: first?.count ?? 0,
    numerator: first?.all_numerator ?? null,
    denominator: first?.all_denominator ?? null,
  }
}
