import { and, asc, eq, type SQL, sql } from 'drizzle-orm'
import { accompaniments, snapshots } from '#db/schema/accompaniments.ts'
import { organisations } from '#db/schema/organisations.ts'
import { programmes } from '#db/schema/programmes.ts'
import { territories } from '#db/schema/territories.ts'
import type { TenantTx } from '#db/tenant.ts'

/**
 * The cases of a territory, as a condition on `accompaniments` alone: by the place that the case keeps since its day, or
 * by its organisation's where that is not known.
 */
export const inTerritory = (operatorId: string, territoryId: string): SQL => sql`${accompaniments.id} in (
  select placed.id from ${territories} as held
  join ${accompaniments} as placed on placed.operator_id = held.operator_id
  left join ${organisations} as home on home.operator_id = placed.operator_id and home.id = placed.organisation_id
  where held.operator_id = ${operatorId} and held.id = ${territoryId} and (
    coalesce(placed.territory ->> 'commune', home.commune) = any(held.communes)
    or coalesce(placed.territory ->> 'department', home.department) = any(held.departments)))`

const of = (operatorId: string, territoryId: string) =>
  and(eq(accompaniments.operatorId, operatorId), inTerritory(operatorId, territoryId))

/** The organisation that remains after merging; null for a project without one. */
const root = sql<string | null>`coalesce(${organisations.mergedIntoId}, ${organisations.id})`

export type PlacedCase = {
  programmeId: string
  programme: string
  state: string
  organisationId: string | null
}

/** Every case of the territory by its programme and its state: small lines, even of a department. */
export async function placedCases(tx: TenantTx, operatorId: string, territoryId: string): Promise<PlacedCase[]> {
  return tx
    .select({
      programmeId: accompaniments.programmeId,
      programme: programmes.code,
      state: accompaniments.state,
      organisationId: root,
    })
    .from(accompaniments)
    .innerJoin(
      programmes,
      and(eq(programmes.operatorId, accompaniments.operatorId), eq(programmes.id, accompaniments.programmeId)),
    )
    .leftJoin(
      organisations,
      and(eq(organisations.operatorId, accompaniments.operatorId), eq(organisations.id, accompaniments.organisationId)),
    )
    .where(of(operatorId, territoryId))
    .orderBy(asc(accompaniments.programmeId))
}

export type PlacedOrganisation = {
  id: string
  name: string
  commune: string | null
  cases: number
  /** Its jobs at the earliest T0 of its cases here; null while nobody counted them. */
  jobs: number | null
}

/** The organisations of those cases, each once. */
export async function placedOrganisations(
  tx: TenantTx,
  operatorId: string,
  territoryId: string,
): Promise<PlacedOrganisation[]> {
  const a = accompaniments
  const jobs = sql<number | null>`(
    select s.headcount::float8 from ${snapshots} as s
    where s.operator_id = ${operatorId} and s.occasion = 'diagnostic' and s.accompaniment_id = any(array_agg(${a.id}))
    order by s.taken_on, s.position limit 1)`
  const kept = sql`kept`
  return tx
    .select({
      id: sql<string>`${kept}.id`,
      name: sql<string>`${kept}.name`,
      commune: sql<string | null>`${kept}.commune`,
      cases: sql<number>`count(*)::int`,
      jobs,
    })
    .from(a)
    .innerJoin(organisations, and(eq(organisations.operatorId, a.operatorId), eq(organisations.id, a.organisationId)))
    .innerJoin(
      sql`${organisations} as kept`,
      sql`${kept}.operator_id = ${organisations.operatorId} and ${kept}.id = ${root}`,
    )
    .where(of(operatorId, territoryId))
    .groupBy(sql`${kept}.id, ${kept}.name, ${kept}.commune`)
    .orderBy(sql`${kept}.name`, sql`${kept}.id`)
}
