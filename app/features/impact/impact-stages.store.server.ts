import { and, eq, inArray } from 'drizzle-orm'
import { impactStudies } from '#db/schema/impact.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Stage } from './impact.ts'

/** How far the measure of each of these cases has come. */
export async function stagesOf(tx: TenantTx, operatorId: string, ids: string[]): Promise<Map<string, Stage>> {
  const rows = await tx
    .select({ id: impactStudies.accompanimentId, stage: impactStudies.stage })
    .from(impactStudies)
    .where(and(eq(impactStudies.operatorId, operatorId), inArray(impactStudies.accompanimentId, ids)))
  return new Map(rows.map(({ id, stage }) => [id, stage]))
}
