import { type SQL, sql } from 'drizzle-orm'
import { catalogue, type FigureCode } from './catalogue.ts'
import type { Distinct, Fact, Measure, Sum } from './measure.ts'

/**
 * What each row gives to a figure: a select of lines (cell, row_id, accompaniment_id, organisation_id, unit_id, numerator,
 * denominator, known, eligible). Whatever is said of the figure is summed from these lines: its value, the list of its
 * cases, what must be masked. A null numerator or denominator is a row that has no part in it.
 */
export function contributionsTo(code: FigureCode): SQL {
  return sql.join(selectsOf(catalogue[code].measure), sql` union all `)
}

// Facts and their columns come from the closed vocabulary of `measure.ts`; quoting them is a second lock.
const name = (word: Fact | string) => sql.identifier(word)
const asOne = (condition: SQL) => sql`case when ${condition} then 1 end`

type Line = {
  of: Fact
  where?: SQL
  row?: SQL
  unit?: SQL
  numerator: SQL
  denominator: SQL
  known: SQL
  eligible: SQL
}
const nothing = sql`null`
const zero = sql`0`
const knownRows = (value: SQL) => sql`case when ${value} is null then 0 else f.rows end`
const rows = sql`f.rows`

function select(line: Line): SQL {
  return sql`select f.cell, ${line.row ?? sql`f.row_id`} as row_id, f.accompaniment_id, f.organisation_id,
    ${line.unit ?? sql`f.unit_id`} as unit_id, (${line.numerator})::numeric as numerator,
    (${line.denominator})::numeric as denominator, ${line.known} as known, ${line.eligible} as eligible
    from ${name(line.of)} f ${line.where ? sql`where ${line.where}` : sql``}`
}

function selectsOf(measure: Measure): SQL[] {
  switch (measure.kind) {
    case 'count':
      return [
        select({
          of: measure.of,
          where: measure.where === undefined ? undefined : sql`f.${name(measure.where)}`,
          numerator: rows,
          denominator: nothing,
          known: rows,
          eligible: rows,
        }),
      ]
    case 'distinct':
      return [select({ ...distinct(measure), denominator: nothing })]
    case 'sum':
      return [select(summed(measure))]
    case 'median':
      return [select(summed({ ...measure, kind: 'sum' }))]
    case 'mean': {
      const value = sql`f.${name(measure.quantity)}`
      return [select(among(measure.of, value, asOne(sql`${value} is not null`)))]
    }
    case 'share': {
      const met = sql`f.${name(measure.condition)}`
      const part = measure.part === undefined ? sql`1` : sql`f.${name(measure.part)}`
      const parts = among(measure.of, sql`${met}::int * ${part}`, sql`case when ${met} is not null then ${part} end`)
      return [select(parts)]
    }
    case 'portion':
      return [select(both(measure.of, measure.quantity, measure.in))]
    case 'change':
      return [select(both(measure.of, measure.to, measure.from))]
    case 'ratio':
      return [select(summed(measure.numerator)), select(below(measure.denominator))]
  }
}

function summed({ of, quantity, known }: Sum): Line {
  const value = sql`f.${name(quantity)}`
  return {
    of,
    numerator: value,
    denominator: nothing,
    known: known === undefined ? knownRows(value) : sql`f.${name(known)}`,
    eligible: rows,
  }
}

/** Each organisation, or each provider, once in each cell, by its first case. */
function distinct({ of, by }: Distinct): Line {
  const subject = by === 'organisation' ? sql`f.organisation_id` : sql`f.provider_id`
  const first = sql`(row_number() over (partition by f.cell, ${subject} order by f.accompaniment_id) = 1)::int`
  return {
    of,
    where: sql`${subject} is not null`,
    row: subject,
    unit: sql`null::text`,
    numerator: first,
    denominator: nothing,
    known: first,
    eligible: first,
  }
}

/** The denominator of a ratio counts no row: those of its numerator are the ones that may be unknown. */
function below(measure: Sum | Distinct): Line {
  const line = measure.kind === 'sum' ? summed(measure) : distinct(measure)
  return { ...line, numerator: nothing, denominator: line.numerator, known: zero, eligible: zero }
}

function among(of: Fact, numerator: SQL, denominator: SQL): Line {
  return { of, numerator, denominator, known: knownRows(denominator), eligible: rows }
}

function both(of: Fact, part: string, whole: string): Line {
  const isKnown = sql`f.${name(part)} is not null and f.${name(whole)} is not null`
  return {
    of,
    numerator: sql`case when ${isKnown} then f.${name(part)} end`,
    denominator: sql`case when ${isKnown} then f.${name(whole)} end`,
    known: sql`(${isKnown})::int`,
    eligible: rows,
  }
}
