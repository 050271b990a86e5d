import { and, asc, eq, gte, inArray, isNull, lte, or } from 'drizzle-orm'
import type { Day } from '#app/kernel/day.ts'
import { grants } from '#db/schema/operators.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'

export type Practitioner = { id: string; name: string }

const openOn = (operatorId: string, today: Day) =>
  and(
    eq(grants.operatorId, operatorId),
    inArray(grants.kind, ['practitioner', 'manager']),
    isNull(grants.revokedAt),
    lte(grants.fromOn, today),
    or(isNull(grants.toOn), gte(grants.toOn, today)),
  )

/** Who may be in charge of a case today: the operator's members. */
export async function practitionersOf(tx: TenantTx, operatorId: string, today: Day): Promise<Practitioner[]> {
  return tx
    .selectDistinct({ id: users.id, name: users.name })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .where(and(openOn(operatorId, today), isNull(users.deactivatedAt)))
    .orderBy(asc(users.name), asc(users.id))
}

export async function isPractitioner(tx: TenantTx, operatorId: string, userId: string, today: Day): Promise<boolean> {
  const rows = await tx
    .select({ id: grants.id })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .where(and(openOn(operatorId, today), eq(grants.userId, userId), isNull(users.deactivatedAt)))
    .limit(1)
  return rows.length > 0
}

export async function nameOfUser(tx: TenantTx, userId: string | null): Promise<string | null> {
  if (!userId) return null
  const [row] = await tx.select({ name: users.name }).from(users).where(eq(users.id, userId))
  return row?.name ?? null
}

/** The operator's members of that name, those who have left included. */
export async function membersNamed(tx: TenantTx, operatorId: string, name: string): Promise<Practitioner[]> {
  return tx
    .selectDistinct({ id: users.id, name: users.name })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .where(
      and(eq(grants.operatorId, operatorId), inArray(grants.kind, ['practitioner', 'manager']), eq(users.name, name)),
    )
}
