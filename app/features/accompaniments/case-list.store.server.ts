import { and, asc, desc, eq, gte, isNotNull, like, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { foldForSearch } from '#app/features/organisations/search-text.ts'
import type { Day } from '#app/kernel/day.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { absences } from '#db/schema/operators.ts'
import { organisations } from '#db/schema/organisations.ts'
import { programmes } from '#db/schema/programmes.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'

export type CaseFilter = {
  text: string | null
  state: string | null
  programme: string | null
  practitionerId: string | null
  late: boolean
}

const columns = {
  id: accompaniments.id,
  number: accompaniments.number,
  title: sql<string>`coalesce(${organisations.name}, ${accompaniments.title}, ${accompaniments.number})`,
  programme: programmes.name,
  state: accompaniments.state,
  practitioner: users.name,
  department: organisations.department,
  nextStep: accompaniments.nextStep,
  nextFor: accompaniments.nextFor,
  nextOn: accompaniments.nextOn,
  nextDetail: accompaniments.nextDetail,
}

/** A page of cases, those that wait longest first, with the number of all that the filter keeps. */
export async function casesPage(
  tx: TenantTx,
  operatorId: string,
  filter: CaseFilter,
  { today, limit, offset }: { today: Day; limit: number; offset: number },
) {
  const where = filterOf(operatorId, filter, today)
  const total = sql<number>`(select count(*)::int from ${accompaniments} where ${where})`
  return rows(tx, total)
    .where(where)
    .orderBy(sql`${accompaniments.nextOn} asc nulls last`, desc(accompaniments.number))
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

function filterOf(operatorId: string, filter: CaseFilter, today: Day): SQL | undefined {
  const words = filter.text ? foldForSearch(filter.text).split(' ').filter(Boolean) : []
  // Found once and hashed, not once per case: 5 s and more at 100 000 cases otherwise (tests/bench/pages.bench.ts).
  const named = sql`${accompaniments.organisationId} in (
    select named.id from ${organisations} as named
    where named.operator_id = ${operatorId} and ${and(...words.map(word => sql`named.search_text like ${`%${word}%`}`))})`
  return and(
    eq(accompaniments.operatorId, operatorId),
    filter.state ? eq(accompaniments.state, filter.state) : undefined,
    filter.programme
      ? sql`${accompaniments.programmeId} in (
          select id from ${programmes} where operator_id = ${operatorId} and code = ${filter.programme})`
      : undefined,
    filter.practitionerId ? eq(accompaniments.practitionerId, filter.practitionerId) : undefined,
    filter.late ? lt(accompaniments.nextOn, today) : undefined,
    words.length > 0 ? or(like(accompaniments.number, `%${words.join('-')}%`), named) : undefined,
  )
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
