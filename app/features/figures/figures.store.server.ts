import { and, eq, inArray, type SQL, sql } from 'drizzle-orm'
import { agreements } from '#db/schema/agreements.ts'
import { programmes } from '#db/schema/programmes.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'
import { catalogue, type FigureCode, figureCodes, isFigureCode } from './catalogue.ts'
import { contributionsTo } from './contributions.store.server.ts'
import type { Dimension } from './dimension.ts'
import { factsOf, type Scope } from './facts.store.server.ts'
import {
  type AgreementScope,
  type Audience,
  type Figure,
  type FigureAsk,
  type FigureSet,
  settle,
  type Tally,
} from './figure.ts'
import { type Contribution, maskForFunder } from './masking.ts'

/** All the figures of an operator in a period, and those of each cell when a dimension is given. */
export async function computeFigures(tx: TenantTx, operatorId: string, ask: FigureAsk): Promise<FigureSet> {
  const scope = scopeOf(operatorId, ask)
  const [total, cells] = await planned(tx, async () => [
    await tallies(tx, { ...scope, dimension: null }, ask.audience),
    scope.dimension ? await tallies(tx, scope, ask.audience) : [],
  ])
  const [whole = { key: '', figures: figureCodes.map(code => settle(code)), contributions: [] }] = total
  const masked =
    ask.audience === 'funder'
      ? maskForFunder(whole, cells)
      : { total: whole.figures, cells: cells.map(({ figures }) => figures) }
  const names = await namesOf(
    tx,
    operatorId,
    ask.dimension,
    cells.map(({ key }) => key),
  )
  return {
    ask,
    figures: [...masked.total],
    cells: cells.map(({ key }, index) => ({
      key: key || null,
      name: names.get(key) ?? null,
      figures: [...(masked.cells[index] ?? [])],
    })),
  }
}

/** For an agreement, the days that it shares with the period; there may be none. */
export function scopeOf(operatorId: string, { period, agreement, dimension }: Omit<FigureAsk, 'audience'>): Scope {
  return {
    operatorId,
    from: agreement && agreement.startsOn > period.from ? agreement.startsOn : period.from,
    to: agreement && agreement.endsOn < period.to ? agreement.endsOn : period.to,
    agreementId: agreement?.id ?? null,
    dimension,
  }
}

/**
 * The planner cannot know how many rows a fact has, and believes one: it would then read a fact again for each row of
 * another, and compile to machine code what runs for milliseconds. Both are off while figures are computed.
 */
export async function planned<T>(tx: TenantTx, compute: () => Promise<T>): Promise<T> {
  await tx.execute(sql`select set_config('enable_nestloop', 'off', true), set_config('jit', 'off', true)`)
  const value = await compute()
  await tx.execute(sql`select set_config('enable_nestloop', 'on', true)`)
  return value
}

type Place = { key: string; figures: Figure[]; contributions: Contribution[] }
type Row = {
  code: string
  cell: string
  is_tally: number
  organisation_id: string | null
  unit_id: string | null
  numerator: number | null
  denominator: number | null
  middle: number | null
  known: number
  eligible: number
  is_in_numerator: boolean | null
  is_in_complement: boolean | null
}

async function tallies(tx: TenantTx, scope: Scope, audience: Audience): Promise<Place[]> {
  const { rows } = await tx.execute<Row>(tallyQuery(scope, audience))
  const places = new Map<string, { tallies: Map<FigureCode, Tally>; contributions: Contribution[] }>()
  for (const row of rows) {
    const place = places.get(row.cell) ?? { tallies: new Map<FigureCode, Tally>(), contributions: [] as Contribution[] }
    places.set(row.cell, place)
    if (!isFigureCode(row.code)) continue
    if (row.is_tally) place.tallies.set(row.code, row)
    else place.contributions.push(contribution(row.code, row))
  }
  return [...places]
    .map(([key, { tallies, contributions }]) => ({
      key,
      figures: figureCodes.map(code => settle(code, tallies.get(code))),
      contributions,
    }))
    .sort((a, b) => byKey(a.key, b.key))
}

/** In the order of their keys, the unknown last. */
const byKey = (a: string, b: string) => (a === b ? 0 : a === '' ? 1 : b === '' ? -1 : a < b ? -1 : 1)

const contribution = (code: FigureCode, row: Row): Contribution => ({
  code,
  organisationId: row.organisation_id,
  unitId: row.unit_id,
  numerator: row.numerator,
  denominator: row.denominator,
  known: row.known,
  isInNumerator: row.is_in_numerator ?? false,
  isInComplement: row.is_in_complement ?? false,
})

/**
 * One round trip: for each figure and cell its sums, and for a funder what each organisation gives to them. A line without
 * figure names each cell in which the scope has a case, even when nothing happened there in the period.
 */
function tallyQuery(scope: Scope, audience: Audience): SQL {
  const selects = figureCodes.map(code => (audience === 'funder' ? giftsOf(code) : tallyOf(code)))
  const cells = sql`select '' as code, cell, 1 as is_tally, null::uuid as organisation_id, null::text as unit_id,
    null::float8 as numerator, null::float8 as denominator, null::float8 as middle, 0 as known, 0 as eligible,
    null::boolean as is_in_numerator, null::boolean as is_in_complement
    from (select distinct cell from cases) c`
  return sql`${factsOf(scope)} ${sql.join([cells, ...selects], sql` union all `)}`
}

function sumsOf(code: FigureCode): SQL {
  const { kind } = catalogue[code].measure
  const middle = sql`percentile_cont(0.5) within group (order by numerator::float8)`
  return sql`sum(numerator)::float8, sum(denominator)::float8, ${kind === 'median' ? middle : sql`null::float8`},
    sum(known)::int, sum(eligible)::int`
}

const tallyOf = (code: FigureCode) => sql`select ${code}, cell, 1, null, null, ${sumsOf(code)}, null, null
  from (${contributionsTo(code)}) lines group by cell`

const giftsOf = (code: FigureCode) => sql`select ${code}, cell, grouping(organisation_id), organisation_id, unit_id,
  ${sumsOf(code)}, bool_or(numerator > 0), bool_or(denominator > numerator)
  from (${contributionsTo(code)}) lines group by grouping sets ((cell), (cell, organisation_id, unit_id))`

async function namesOf(
  tx: TenantTx,
  operatorId: string,
  dimension: Dimension | null,
  keys: string[],
): Promise<Map<string, string>> {
  if (keys.length === 0 || (dimension !== 'programme' && dimension !== 'practitioner')) return new Map()
  const rows =
    dimension === 'programme'
      ? await tx
          .select({ key: programmes.code, name: programmes.name })
          .from(programmes)
          .where(and(eq(programmes.operatorId, operatorId), inArray(programmes.code, keys)))
          .orderBy(programmes.version)
      : await tx.select({ key: users.email, name: users.name }).from(users).where(inArray(users.email, keys))
  return new Map(rows.map(row => [row.key, row.name]))
}

/** The agreements by code, for those who choose one. */
export async function agreementChoices(
  tx: TenantTx,
  operatorId: string,
): Promise<{ code: string; title: string | null }[]> {
  return tx
    .select({ code: agreements.code, title: agreements.title })
    .from(agreements)
    .where(eq(agreements.operatorId, operatorId))
    .orderBy(agreements.code)
}

/** The agreement of that code, or null. */
export async function agreementByCode(tx: TenantTx, operatorId: string, code: string): Promise<AgreementScope | null> {
  const [row] = await tx
    .select({ id: agreements.id, code: agreements.code, startsOn: agreements.startsOn, endsOn: agreements.endsOn })
    .from(agreements)
    .where(and(eq(agreements.operatorId, operatorId), eq(agreements.code, code)))
  return row ?? null
}
