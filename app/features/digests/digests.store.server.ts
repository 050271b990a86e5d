import { and, asc, eq, gte, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import type { Day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { digests, notifications } from '#db/schema/journal.ts'
import { grants } from '#db/schema/operators.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'
import { type DigestChoice, usualChoice } from './digest-rules.ts'

export type DigestReader = { userId: string; name: string; email: string; locale: string; choice: DigestChoice }

/** Those of the team on that day, or one of them, each with when she wants her digest. */
export async function digestReaders(
  tx: TenantTx,
  operatorId: string,
  today: Day,
  userId?: string,
): Promise<DigestReader[]> {
  const rows = await tx
    .select({
      userId: users.id,
      name: users.name,
      email: users.email,
      locale: users.locale,
      isManager: sql<boolean>`bool_or(${grants.kind} = 'manager')`,
      rhythm: digests.rhythm,
      weekday: digests.weekday,
      hour: digests.hour,
    })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .leftJoin(digests, and(eq(digests.operatorId, operatorId), eq(digests.userId, grants.userId)))
    .where(
      and(
        eq(grants.operatorId, operatorId),
        inArray(grants.kind, ['practitioner', 'manager']),
        isNull(grants.revokedAt),
        isNull(users.deactivatedAt),
        lte(grants.fromOn, today),
        or(isNull(grants.toOn), gte(grants.toOn, today)),
        userId ? eq(grants.userId, userId) : undefined,
      ),
    )
    .groupBy(users.id, users.name, users.email, users.locale, digests.rhythm, digests.weekday, digests.hour)
  return rows.map(({ isManager, rhythm, weekday, hour, ...person }) => {
    const usual = usualChoice(isManager ? 'manager' : 'practitioner')
    return {
      ...person,
      choice: { rhythm: rhythm ?? usual.rhythm, weekday: weekday ?? usual.weekday, hour: hour ?? usual.hour },
    }
  })
}

/** Who reads this digest, and what became of her choice; null when it is nobody's. */
export async function digestById(tx: TenantTx, operatorId: string, id: string) {
  const [row] = await tx
    .select({ id: digests.id, userId: digests.userId, rhythm: digests.rhythm })
    .from(digests)
    .where(and(eq(digests.operatorId, operatorId), eq(digests.id, id)))
  return row ?? null
}

/** The id of her digest, made when she has none: what she did not choose stays open. */
export async function digestIdOf(tx: TenantTx, operatorId: string, userId: string): Promise<string> {
  await tx.insert(digests).values({ operatorId, id: newId(), userId }).onConflictDoNothing()
  const [row] = await tx
    .select({ id: digests.id })
    .from(digests)
    .where(and(eq(digests.operatorId, operatorId), eq(digests.userId, userId)))
  if (!row) throw new Error('the digest that was just written is gone')
  return row.id
}

export async function chooseFor(tx: TenantTx, operatorId: string, userId: string, choice: DigestChoice): Promise<void> {
  await tx
    .insert(digests)
    .values({ operatorId, id: newId(), userId, ...choice })
    .onConflictDoUpdate({ target: [digests.operatorId, digests.userId], set: choice })
}

export async function stopDigest(tx: TenantTx, operatorId: string, id: string): Promise<void> {
  await tx
    .update(digests)
    .set({ rhythm: 'never' })
    .where(and(eq(digests.operatorId, operatorId), eq(digests.id, id)))
}

/** When each member was first told something that she has not read and that no digest has carried. */
export async function firstNews(tx: TenantTx, operatorId: string): Promise<Map<string, Date>> {
  const rows = await tx
    .select({ userId: notifications.userId, at: sql`min(${notifications.at})`.mapWith(notifications.at) })
    .from(notifications)
    .where(
      and(eq(notifications.operatorId, operatorId), isNull(notifications.readAt), isNull(notifications.digestedAt)),
    )
    .groupBy(notifications.userId)
  return new Map(rows.map(({ userId, at }) => [userId, at]))
}

/** More than that in one digest would be counted, not read. */
const mostUnread = 1_000

/** What these members were told and have not read, oldest first. */
export function unreadOf(tx: TenantTx, operatorId: string, userIds: readonly string[]) {
  return tx
    .select({
      id: notifications.id,
      userId: notifications.userId,
      kind: notifications.kind,
      data: notifications.data,
      address: notifications.address,
      digestedAt: notifications.digestedAt,
    })
    .from(notifications)
    .where(
      and(
        eq(notifications.operatorId, operatorId),
        inArray(notifications.userId, [...userIds]),
        isNull(notifications.readAt),
      ),
    )
    .orderBy(asc(notifications.at), asc(notifications.id))
    .limit(mostUnread)
}

/** A digest that left carried what they had been told until then. */
export async function markDigested(
  tx: TenantTx,
  operatorId: string,
  userIds: readonly string[],
  { until, at }: { until: Date; at: Date },
): Promise<void> {
  await tx
    .update(notifications)
    .set({ digestedAt: at })
    .where(
      and(
        eq(notifications.operatorId, operatorId),
        inArray(notifications.userId, [...userIds]),
        isNull(notifications.readAt),
        isNull(notifications.digestedAt),
        lte(notifications.at, until),
      ),
    )
}
