import { and, asc, eq, gte, isNotNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Day } from '#app/kernel/day.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { absences } from '#db/schema/operators.ts'
import { organisations } from '#db/schema/organisations.ts'
import { programmes } from '#db/schema/programmes.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'
import { type CaseFilter, casesKept } from './caseload-filter.store.server.ts'
import type { Sorting } from './caseload-filter.ts'

const title = sql<string>`coalesce(${organisations.name}, ${accompaniments.title}, ${accompaniments.number})`

const columns = {
  id: accompaniments.id,
  number: accompaniments.number,
  title,
  programmeId: accompaniments.programmeId,
  programme: programmes.name,
  state: accompaniments.state,
  practitioner: users.name,
  department: organisations.department,
  nextStep: accompaniments.nextStep,
  nextFor: accompaniments.nextFor,
  nextOn: accompaniments.nextOn,
  nextDetail: accompaniments.nextDetail,
}

export type CaseOrder = {
  by: Sorting
  descending: boolean
  /** Codes in the order of the paths: what sorting by state follows. */
  states: readonly string[]
}

const sortedBy: Record<Sorting, (order: CaseOrder) => SQL> = {
  echeance: () => sql`${accompaniments.nextOn}`,
  structure: () => title,
  dispositif: () => sql`${programmes.name}`,
  etat: ({ states }) => sql`array_position(${sql.param(states)}::text[], ${accompaniments.state})`,
  charge: () => sql`${users.name}`,
  numero: () => sql`${accompaniments.number}`,
}

/** A page of the cases that the filter keeps, with the number of all of them. What has no value comes last. */
export async function casesPage(
  tx: TenantTx,
  operatorId: string,
  filter: CaseFilter,
  { today, order, limit, offset }: { today: Day; order: CaseOrder; limit: number; offset: number },
) {
  const where = casesKept(operatorId, filter, today)
  const counted = sql<number>`(select count(*)::int from ${accompaniments} where ${where})`
  // A text beside other filters keeps few cases: counted with the rows, names are looked through once. Alone it may keep
  // nearly all of them, and rows that are counted are all joined and sorted (tests/bench/caseload.bench.ts: 22 ms, then 68).
  const isNarrow = filter.text && (filter.state || filter.department || filter.late || filter.practitioner)
  const total = isNarrow ? sql<number>`(count(*) over ())::int` : counted
  const direction = order.descending ? sql`desc` : sql`asc`
  return rows(tx, total)
    .where(where)
    .orderBy(
      sql`${sortedBy[order.by](order)} ${direction} nulls last`,
      sql`${accompaniments.nextOn} asc nulls last`,
      sql`${accompaniments.number} desc`,
    )
    .limit(limit)
    .offset(offset)
}

function rows(tx: TenantTx, total: SQL<number>) {
  return tx
    .select({ ...columns, total })
    .from(accompaniments)
    .innerJoin(
      programmes,
      and(eq(programmes.operatorId, accompaniments.operatorId), eq(programmes.id, accompaniments.programmeId)),
    )
    .leftJoin(
      organisations,
      and(eq(organisations.operatorId, accompaniments.operatorId), eq(organisations.id, accompaniments.organisationId)),
    )
    .leftJoin(users, eq(users.id, accompaniments.practitionerId))
}

export type CaseGroup = { state: string; programmeId: string; programme: string; count: number }

/** How many of them stand in each state of each version of a programme. */
export async function countByState(
  tx: TenantTx,
  operatorId: string,
  filter: CaseFilter,
  today: Day,
): Promise<CaseGroup[]> {
  return tx
    .select({
      state: accompaniments.state,
      programmeId: accompaniments.programmeId,
      programme: programmes.code,
      count: sql<number>`count(*)::int`,
    })
    .from(accompaniments)
    .innerJoin(
      programmes,
      and(eq(programmes.operatorId, accompaniments.operatorId), eq(programmes.id, accompaniments.programmeId)),
    )
    .where(casesKept(operatorId, filter, today))
    .groupBy(accompaniments.state, accompaniments.programmeId, programmes.code)
}

/** The first of each of these groups, those that wait longest first. */
export async function firstOfEach(
  tx: TenantTx,
  operatorId: string,
  filter: CaseFilter,
  { today, limit }: { today: Day; limit: number },
) {
  const first = sql`${accompaniments.id} in (
    select ranked.id from (
      select ${accompaniments.id}, row_number() over (
        partition by ${accompaniments.state}, ${accompaniments.programmeId}
        order by ${accompaniments.nextOn} asc nulls last, ${accompaniments.number} desc) as rank
      from ${accompaniments} where ${casesKept(operatorId, filter, today)}) as ranked
    where ranked.rank <= ${limit})`
  return rows(tx, sql<number>`0`)
    .where(and(eq(accompaniments.operatorId, operatorId), first))
    .orderBy(sql`${accompaniments.nextOn} asc nulls last`, sql`${accompaniments.number} desc`)
}

/** What waits for a practitioner: her own cases, and those of whoever she stands in for today. */
export async function caseload(
  tx: TenantTx,
  operatorId: string,
  { userId, today, limit }: { userId: string | null; today: Day; limit: number },
) {
  const standingIn = sql`${accompaniments.practitionerId} in (
    select ${absences.userId} from ${absences}
    where ${and(
      eq(absences.operatorId, operatorId),
      userId ? eq(absences.delegateId, userId) : sql`false`,
      lte(absences.fromOn, today),
      gte(absences.toOn, today),
    )})`
  return rows(tx, sql<number>`0`)
    .where(
      and(
        eq(accompaniments.operatorId, operatorId),
        isNotNull(accompaniments.nextStep),
        userId ? or(eq(accompaniments.practitionerId, userId), standingIn) : undefined,
      ),
    )
    .orderBy(sql`${accompaniments.nextOn} asc nulls last`, asc(accompaniments.number))
    .limit(limit)
}

/** For the badges of the navigation: how many of her cases are late. */
export async function countLate(tx: TenantTx, operatorId: string, userId: string, today: Day): Promise<number> {
  const [row] = await tx
    .select({ count: sql<number>`count(*)::int` })
    .from(accompaniments)
    .where(
      and(
        eq(accompaniments.operatorId, operatorId),
        eq(accompaniments.practitionerId, userId),
        lt(accompaniments.nextOn, today),
      ),
    )
  return row?.count ?? 0
}

/** Where the operator's organisations are, for the filter: read from the index, one step per department. */
export async function departmentsOf(tx: TenantTx, operatorId: string): Promise<string[]> {
  const found = await tx.execute<{ department: string }>(sql`
    with recursive known as (
      (select department from ${organisations}
        where operator_id = ${operatorId} and department is not null order by department limit 1)
      union all
      select (select later.department from ${organisations} as later
        where later.operator_id = ${operatorId} and later.department > known.department
        order by later.department limit 1)
      from known where known.department is not null)
    select department from known where department is not null`)
  return found.rows.map(({ department }) => department)
}
