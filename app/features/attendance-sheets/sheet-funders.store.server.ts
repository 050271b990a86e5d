import { and, asc, eq } from 'drizzle-orm'
import { agreements, funders } from '#db/schema/agreements.ts'
import { funderParts } from '#db/schema/shares.ts'
import type { TenantTx } from '#db/tenant.ts'

/** Who pays for the engineering. A consultant reaches none of the agreements: on her copy nobody is named. */
export async function fundersOf(tx: TenantTx, operatorId: string, engineeringId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ name: funders.name })
    .from(funderParts)
    .innerJoin(
      agreements,
      and(eq(agreements.operatorId, funderParts.operatorId), eq(agreements.id, funderParts.agreementId)),
    )
    .innerJoin(funders, and(eq(funders.operatorId, agreements.operatorId), eq(funders.id, agreements.funderId)))
    .where(and(eq(funderParts.operatorId, operatorId), eq(funderParts.engineeringId, engineeringId)))
    .orderBy(asc(funders.name))
  return rows.map(({ name }) => name)
}
