import { and, asc, eq, inArray } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { networkStatuses } from '#db/schema/network.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { NetworkStatus } from './network-status.ts'

const t = networkStatuses

/** In the order in which they were recorded. */
export async function statusesOf(tx: TenantTx, operatorId: string, organisationId: string) {
  return tx
    .select({
      id: t.id,
      status: t.status,
      sinceOn: t.sinceOn,
      reason: t.reason,
      recordedBy: users.name,
    })
    .from(t)
    .leftJoin(users, eq(users.id, t.recordedBy))
    .where(and(eq(t.operatorId, operatorId), eq(t.organisationId, organisationId)))
    .orderBy(asc(t.createdAt), asc(t.id))
}

export async function insertStatus(
  tx: TenantTx,
  row: {
    operatorId: string
    organisationId: string
    status: NetworkStatus
    sinceOn: string
    reason: string
    recordedBy: string | null
    createdAt: Date
  },
): Promise<string> {
  const id = newId()
  await tx.insert(t).values({ id, ...row })
  return id
}

/** Of these organisations, those whose place in the network is known. */
export async function placedOrganisations(tx: TenantTx, operatorId: string, ids: string[]): Promise<Set<string>> {
  if (ids.length === 0) return new Set()
  const rows = await tx
    .selectDistinct({ organisationId: t.organisationId })
    .from(t)
    .where(and(eq(t.operatorId, operatorId), inArray(t.organisationId, ids)))
  return new Set(rows.map(({ organisationId }) => organisationId))
}
