import type { TenantTx } from '#db/tenant.ts'
import type { CommitteeItem, CommitteeRow } from './committee.ts'
import { committeeById, itemsOf } from './committees.store.server.ts'

/** An item of this agenda: one of another is not found by this one's address. */
export async function itemOf(
  tx: TenantTx,
  operatorId: string,
  { committeeId, itemId }: { committeeId: string; itemId: string },
): Promise<{ committee: CommitteeRow; item: CommitteeItem } | null> {
  const committee = await committeeById(tx, operatorId, committeeId)
  const item = committee && (await itemsOf(tx, operatorId, committeeId)).find(({ id }) => id === itemId)
  return committee && item ? { committee, item } : null
}
