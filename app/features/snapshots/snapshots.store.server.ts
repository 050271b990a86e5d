import { and, desc, eq, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { snapshots } from '#db/schema/accompaniments.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { OwnOrigins, PhotoOrigin } from './figure-origin.ts'
import type { SnapshotFigures, SnapshotWords } from './snapshot.ts'

export type Snapshot = typeof snapshots.$inferSelect
export type SnapshotValues = SnapshotFigures & PhotoOrigin & SnapshotWords & { origins: OwnOrigins }

/** The snapshot of the diagnostic: T0. Several may have been imported; the latest is the one that is worked on. */
export async function diagnosticSnapshot(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
): Promise<Snapshot | null> {
  const [row] = await tx
    .select()
    .from(snapshots)
    .where(
      and(
        eq(snapshots.operatorId, operatorId),
        eq(snapshots.accompanimentId, accompanimentId),
        eq(snapshots.occasion, 'diagnostic'),
      ),
    )
    .orderBy(desc(snapshots.takenOn), desc(snapshots.position), desc(snapshots.id))
    .limit(1)
  return row ?? null
}

export async function snapshotsOfOrganisation(
  tx: TenantTx,
  operatorId: string,
  organisationId: string,
): Promise<Snapshot[]> {
  return tx
    .select()
    .from(snapshots)
    .where(and(eq(snapshots.operatorId, operatorId), eq(snapshots.organisationId, organisationId)))
    .orderBy(desc(snapshots.takenOn), desc(snapshots.position), desc(snapshots.id))
    .limit(50)
}

export async function insertDiagnosticSnapshot(
  tx: TenantTx,
  operatorId: string,
  of: { organisationId: string; accompanimentId: string },
  values: SnapshotValues,
): Promise<string> {
  const id = newId()
  await tx.insert(snapshots).values({ operatorId, id, ...of, occasion: 'diagnostic', ...values })
  return id
}

/** False when the version has moved. */
export async function updateSnapshot(
  tx: TenantTx,
  operatorId: string,
  id: string,
  version: number,
  values: SnapshotValues,
): Promise<boolean> {
  const rows = await tx
    .update(snapshots)
    .set({ ...values, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(snapshots.operatorId, operatorId), eq(snapshots.id, id), eq(snapshots.version, version)))
    .returning({ id: snapshots.id })
  return rows.length > 0
}
