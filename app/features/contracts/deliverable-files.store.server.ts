import { and, eq } from 'drizzle-orm'
import { deliverableFiles } from '#db/schema/contracts.ts'
import type { TenantTx } from '#db/tenant.ts'

type Deposited = Pick<typeof deliverableFiles.$inferInsert, 'id' | 'name' | 'kind' | 'size' | 'sha256'>

/** The last document replaces the one before; its bytes are thrown away by the sweep. */
export async function replaceDeliverableFile(
  tx: TenantTx,
  operatorId: string,
  { engineeringId, deliverableId }: { engineeringId: string; deliverableId: string },
  file: Deposited,
): Promise<void> {
  await dropDeliverableFile(tx, operatorId, deliverableId)
  await tx.insert(deliverableFiles).values({ operatorId, engineeringId, deliverableId, ...file })
}

async function dropDeliverableFile(tx: TenantTx, operatorId: string, deliverableId: string): Promise<void> {
  await tx
    .delete(deliverableFiles)
    .where(and(eq(deliverableFiles.operatorId, operatorId), eq(deliverableFiles.deliverableId, deliverableId)))
}

export async function deliverableFileOf(tx: TenantTx, operatorId: string, deliverableId: string) {
  const [row] = await tx
    .select({ id: deliverableFiles.id, name: deliverableFiles.name, kind: deliverableFiles.kind })
    .from(deliverableFiles)
    .where(and(eq(deliverableFiles.operatorId, operatorId), eq(deliverableFiles.deliverableId, deliverableId)))
  return row ?? null
}
