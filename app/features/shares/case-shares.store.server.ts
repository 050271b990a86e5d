import { and, desc, eq } from 'drizzle-orm'
import { operators } from '#db/schema/operators.ts'
import { shareMembers, shares } from '#db/schema/shares.ts'
import type { TenantTx } from '#db/tenant.ts'
import { type CaseShare, shownState, standingPart } from './share.ts'

/** What other operators lead, and a case of this one takes part in. */
export async function sharesOfCase(tx: TenantTx, operatorId: string, accompanimentId: string): Promise<CaseShare[]> {
  const rows = await tx
    .select({ share: shares, lead: operators.name })
    .from(shareMembers)
    .innerJoin(shares, and(eq(shares.operatorId, shareMembers.operatorId), eq(shares.id, shareMembers.shareId)))
    .innerJoin(operators, eq(operators.id, shares.leadId))
    .where(and(eq(shareMembers.operatorId, operatorId), eq(shareMembers.accompanimentId, accompanimentId)))
    .orderBy(desc(shares.createdAt), desc(shares.id))
  return rows.map(({ share, lead }) => ({
    id: share.id,
    title: share.title,
    lead,
    state: shownState({ state: share.state, standing: standingPart(share) }),
  }))
}
