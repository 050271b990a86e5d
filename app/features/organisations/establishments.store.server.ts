import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { establishments, organisationLabels } from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'

export type Establishment = typeof establishments.$inferSelect
export type OrganisationLabel = typeof organisationLabels.$inferSelect
type EstablishmentValues = Pick<
  Establishment,
  'name' | 'siret' | 'commune' | 'department' | 'region' | 'openedOn' | 'closedOn'
>
type LabelValues = Pick<OrganisationLabel, 'name' | 'source' | 'grantedOn' | 'endsOn'>

/** Those that are open first, then by name. */
export async function establishmentsOf(tx: TenantTx, operatorId: string, organisationId: string) {
  return tx
    .select()
    .from(establishments)
    .where(and(eq(establishments.operatorId, operatorId), eq(establishments.organisationId, organisationId)))
    .orderBy(sql`${establishments.closedOn} is not null`, asc(establishments.name), asc(establishments.id))
}

/** The row of this organisation, held until the transaction ends. */
export async function lockEstablishment(tx: TenantTx, operatorId: string, organisationId: string, id: string) {
  const [row] = await tx
    .select()
    .from(establishments)
    .where(
      and(
        eq(establishments.operatorId, operatorId),
        eq(establishments.organisationId, organisationId),
        eq(establishments.id, id),
      ),
    )
    .for('update')
  return row ?? null
}

export async function insertEstablishment(
  tx: TenantTx,
  operatorId: string,
  organisationId: string,
  values: EstablishmentValues,
): Promise<string> {
  const id = newId()
  await tx.insert(establishments).values({ operatorId, id, organisationId, ...values })
  return id
}

export async function writeEstablishment(
  tx: TenantTx,
  { operatorId, id, version }: Establishment,
  values: EstablishmentValues,
): Promise<void> {
  await tx
    .update(establishments)
    .set({ ...values, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(establishments.operatorId, operatorId), eq(establishments.id, id)))
}

/** The latest first. */
export async function labelsOf(tx: TenantTx, operatorId: string, organisationId: string) {
  return tx
    .select()
    .from(organisationLabels)
    .where(and(eq(organisationLabels.operatorId, operatorId), eq(organisationLabels.organisationId, organisationId)))
    .orderBy(desc(organisationLabels.grantedOn), asc(organisationLabels.name), asc(organisationLabels.id))
}

export async function lockLabel(tx: TenantTx, operatorId: string, organisationId: string, id: string) {
  const [row] = await tx
    .select()
    .from(organisationLabels)
    .where(
      and(
        eq(organisationLabels.operatorId, operatorId),
        eq(organisationLabels.organisationId, organisationId),
        eq(organisationLabels.id, id),
      ),
    )
    .for('update')
  return row ?? null
}

export async function insertLabel(
  tx: TenantTx,
  operatorId: string,
  organisationId: string,
  values: LabelValues,
): Promise<string> {
  const id = newId()
  await tx.insert(organisationLabels).values({ operatorId, id, organisationId, ...values })
  return id
}

export async function writeLabel(
  tx: TenantTx,
  { operatorId, id, version }: OrganisationLabel,
  values: LabelValues,
): Promise<void> {
  await tx
    .update(organisationLabels)
    .set({ ...values, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(organisationLabels.operatorId, operatorId), eq(organisationLabels.id, id)))
}
