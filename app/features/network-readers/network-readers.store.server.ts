import { and, asc, eq, isNull } from 'drizzle-orm'
import { grants } from '#db/schema/operators.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'

export type NetworkReader = { grantId: string; name: string; email: string; fromOn: string }

const open = (operatorId: string) =>
  and(eq(grants.operatorId, operatorId), eq(grants.kind, 'network'), isNull(grants.revokedAt))

/** Who reads the published editions of this operator besides its funders: its region, its network. By name. */
export function networkReadersOf(tx: TenantTx, operatorId: string): Promise<NetworkReader[]> {
  return tx
    .select({ grantId: grants.id, name: users.name, email: users.email, fromOn: grants.fromOn })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .where(open(operatorId))
    .orderBy(asc(users.name))
}

export async function networkReader(
  tx: TenantTx,
  operatorId: string,
  grantId: string,
): Promise<{ userId: string; name: string } | null> {
  const [row] = await tx
    .select({ userId: grants.userId, name: users.name })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .where(and(open(operatorId), eq(grants.id, grantId)))
  return row ?? null
}

export async function endNetworkReading(tx: TenantTx, operatorId: string, grantId: string, now: Date): Promise<void> {
  await tx
    .update(grants)
    .set({ revokedAt: now })
    .where(and(open(operatorId), eq(grants.id, grantId)))
}

/** Whether some operator lets this person read its published editions: everybody sees her own grants, wherever they are. */
export async function readsANetwork(tx: TenantTx, userId: string): Promise<boolean> {
  const rows = await tx
    .select({ id: grants.id })
    .from(grants)
    .where(and(eq(grants.userId, userId), eq(grants.kind, 'network'), isNull(grants.revokedAt)))
    .limit(1)
  return rows.length > 0
}
