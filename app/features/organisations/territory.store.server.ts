import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { organisations } from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'

const known = sql`jsonb_build_object(
  'commune', ${organisations.commune}, 'department', ${organisations.department}, 'region', ${organisations.region},
  'qpv', ${organisations.qpv}, 'frr', ${organisations.frr})`

const ofItsOrganisation = (operatorId: string) =>
  and(
    eq(accompaniments.operatorId, operatorId),
    eq(organisations.operatorId, accompaniments.operatorId),
    eq(organisations.id, accompaniments.organisationId),
  )

/** Writes where the organisation of each case is, once: a case that has its territory keeps it. */
export async function freezeTerritories(
  tx: TenantTx,
  operatorId: string,
  ids: readonly string[],
  today: string,
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(accompaniments)
    .set({
      territory: sql`jsonb_build_object('on', coalesce(${accompaniments.requestedOn}, ${today}::date)) || ${known}`,
    })
    .from(organisations)
    .where(and(ofItsOrganisation(operatorId), inArray(accompaniments.id, [...ids]), isNull(accompaniments.territory)))
}

/** What was unknown on the day of an open case and has been learnt since is added to it; what was known stays. */
export async function completeTerritories(tx: TenantTx, operatorId: string, organisationId: string): Promise<void> {
  await tx
    .update(accompaniments)
    .set({ territory: sql`${accompaniments.territory} || ${known} || jsonb_strip_nulls(${accompaniments.territory})` })
    .from(organisations)
    .where(
      and(
        ofItsOrganisation(operatorId),
        eq(accompaniments.organisationId, organisationId),
        isNotNull(accompaniments.territory),
        isNull(accompaniments.closedOn),
        isNull(accompaniments.abandonedOn),
      ),
    )
}
