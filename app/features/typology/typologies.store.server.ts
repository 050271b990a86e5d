import { and, eq, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { typologies } from '#db/schema/typologies.ts'
import type { TenantTx } from '#db/tenant.ts'
import { readTypology, type Typology } from './typology.ts'

export type StoredTypology = { id: string; version: number; typology: Typology }

export async function typologyOf(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
): Promise<StoredTypology | null> {
  const [row] = await tx
    .select()
    .from(typologies)
    .where(and(eq(typologies.operatorId, operatorId), eq(typologies.accompanimentId, accompanimentId)))
  return row ? { id: row.id, version: row.version, typology: readTypology(row) } : null
}

/** The case is locked by whoever calls: there is one row per case. */
export async function insertTypology(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
  typology: Typology,
): Promise<string> {
  const id = newId()
  await tx.insert(typologies).values({ operatorId, id, accompanimentId, ...typology })
  return id
}

/** False when the version has moved. */
export async function updateTypology(
  tx: TenantTx,
  operatorId: string,
  { id, version, typology }: StoredTypology,
): Promise<boolean> {
  const rows = await tx
    .update(typologies)
    .set({ ...typology, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(typologies.operatorId, operatorId), eq(typologies.id, id), eq(typologies.version, version)))
    .returning({ id: typologies.id })
  return rows.length > 0
}
