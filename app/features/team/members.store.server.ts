import { and, asc, eq, gt, gte, inArray, isNotNull, isNull, lte, ne, or, sql } from 'drizzle-orm'
import type { Day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { sends } from '#db/schema/journal.ts'
import { type GrantKind, grants } from '#db/schema/operators.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'
import { memberKinds } from './grant-rules.ts'

export type MemberGrant = {
  grantId: string
  userId: string
  kind: GrantKind
  fromOn: string
  name: string
  email: string
  locale: string
  /** She has answered from her mailbox once; before that she is invited. */
  hasCome: boolean
  deactivated: boolean
}

const member = {
  grantId: grants.id,
  userId: grants.userId,
  kind: grants.kind,
  fromOn: grants.fromOn,
  name: users.name,
  email: users.email,
  locale: users.locale,
  hasCome: users.emailVerified,
  deactivated: sql<boolean>`${users.deactivatedAt} is not null`,
}
const current = (today: Day) => and(isNull(grants.revokedAt), or(isNull(grants.toOn), gte(grants.toOn, today)))

/** The members of today, managers first, then by name. */
export function membersOf(tx: TenantTx, operatorId: string, today: Day): Promise<MemberGrant[]> {
  return tx
    .select(member)
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .where(and(eq(grants.operatorId, operatorId), inArray(grants.kind, [...memberKinds]), current(today)))
    .orderBy(asc(grants.kind), asc(users.name))
}

/** A member's grant, whether it still holds or not. */
export async function memberGrant(
  tx: TenantTx,
  operatorId: string,
  grantId: string,
): Promise<(MemberGrant & { revokedAt: Date | null }) | null> {
  const [row] = await tx
    .select({ ...member, revokedAt: grants.revokedAt })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .where(and(eq(grants.operatorId, operatorId), eq(grants.id, grantId), inArray(grants.kind, [...memberKinds])))
  return row ?? null
}

/** Everything that a person is for this operator today. */
export async function kindsOf(tx: TenantTx, operatorId: string, userId: string, today: Day): Promise<GrantKind[]> {
  const rows = await tx
    .selectDistinct({ kind: grants.kind })
    .from(grants)
    .where(and(eq(grants.operatorId, operatorId), eq(grants.userId, userId), current(today)))
  return rows.map(row => row.kind)
}

export async function addGrant(
  tx: TenantTx,
  operatorId: string,
  grant: { userId: string; kind: GrantKind; fromOn: Day; subjectId?: string },
): Promise<string> {
  const id = newId()
  await tx.insert(grants).values({ operatorId, id, ...grant })
  return id
}

export async function revokeGrants(tx: TenantTx, operatorId: string, userId: string, now: Date): Promise<void> {
  await tx
    .update(grants)
    .set({ revokedAt: now })
    .where(
      and(
        eq(grants.operatorId, operatorId),
        eq(grants.userId, userId),
        inArray(grants.kind, [...memberKinds]),
        isNull(grants.revokedAt),
      ),
    )
}

/**
 * Until the end of the transaction, one change of the team's managers at a time: counted under this lock, the last one
 * stays whatever fifty others do in the same instant (reliability DUR-06).
 */
export async function lockManagers(tx: TenantTx, operatorId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`managers:${operatorId}`}, 0))`)
}

/** Managers of today besides this person who can sign in. */
export async function otherManagers(tx: TenantTx, operatorId: string, userId: string, today: Day): Promise<number> {
  const rows = await tx
    .select({ userId: grants.userId })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .where(
      and(
        eq(grants.operatorId, operatorId),
        eq(grants.kind, 'manager'),
        ne(grants.userId, userId),
        current(today),
        lte(grants.fromOn, today),
        isNull(users.deactivatedAt),
      ),
    )
  return new Set(rows.map(row => row.userId)).size
}

/** Cases in which something is still to come, by practitioner. */
export async function openCasesOf(tx: TenantTx, operatorId: string): Promise<Map<string, number>> {
  const rows = await tx
    .select({ userId: accompaniments.practitionerId, open: sql<number>`count(*)::int` })
    .from(accompaniments)
    .where(
      and(
        eq(accompaniments.operatorId, operatorId),
        isNotNull(accompaniments.practitionerId),
        isNotNull(accompaniments.nextStep),
      ),
    )
    .groupBy(accompaniments.practitionerId)
  return new Map(rows.flatMap(row => (row.userId ? [[row.userId, row.open] as const] : [])))
}

/** The user of an address, made when nobody has it; never changed when somebody does: her name is hers. */
export async function personOfAddress(
  tx: TenantTx,
  person: { name: string; email: string; locale: string },
): Promise<{ userId: string; locale: string }> {
  // Drizzle names every column, and members may write only these.
  await tx.execute(sql`
    insert into ${users} (id, name, email, locale, email_verified)
    values (${newId()}, ${person.name}, ${person.email}, ${person.locale}, false) on conflict do nothing`)
  const [row] = await tx
    .select({ userId: users.id, locale: users.locale })
    .from(users)
    .where(eq(users.email, person.email))
  if (!row) throw new Error('a user that was just written')
  return row
}

/** Messages to an address since an instant: three an hour leave (reliability AUT-05). */
export async function messagesSince(tx: TenantTx, operatorId: string, email: string, since: Date): Promise<number> {
  const rows = await tx
    .select({ id: sends.id })
    .from(sends)
    .where(
      and(
        eq(sends.operatorId, operatorId),
        eq(sends.recipient, email),
        eq(sends.message, 'member.invitation'),
        gt(sends.createdAt, since),
      ),
    )
  return rows.length
}
