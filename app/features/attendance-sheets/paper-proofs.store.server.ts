import { and, eq, isNull } from 'drizzle-orm'
import { signatures } from '#db/schema/attendance-sheets.ts'
import type { TenantTx } from '#db/tenant.ts'

/** Whether a scan is what signatures that still stand were read from. */
export async function provesSignatures(tx: TenantTx, operatorId: string, fileId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: signatures.id })
    .from(signatures)
    .where(and(eq(signatures.operatorId, operatorId), eq(signatures.fileId, fileId), isNull(signatures.withdrawnAt)))
    .limit(1)
  return rows.length > 0
}
