import { and, count, desc, eq, isNull, sql } from 'drizzle-orm'
import { notifications } from '#db/schema/journal.ts'
import type { TenantTx } from '#db/tenant.ts'

export type Notification = typeof notifications.$inferSelect

const of = (operatorId: string, userId: string) =>
  and(eq(notifications.operatorId, operatorId), eq(notifications.userId, userId))

/** Hers, those that she has not read first. */
export function notificationsOf(tx: TenantTx, operatorId: string, userId: string): Promise<Notification[]> {
  return tx
    .select()
    .from(notifications)
    .where(of(operatorId, userId))
    .orderBy(sql`${notifications.readAt} is not null`, desc(notifications.at), desc(notifications.id))
    .limit(100)
}

export async function unreadCount(tx: TenantTx, operatorId: string, userId: string): Promise<number> {
  const [row] = await tx
    .select({ count: count() })
    .from(notifications)
    .where(and(of(operatorId, userId), isNull(notifications.readAt)))
  return row?.count ?? 0
}

export async function ownNotification(
  tx: TenantTx,
  operatorId: string,
  userId: string,
  id: string,
): Promise<Notification | null> {
  const [row] = await tx
    .select()
    .from(notifications)
    .where(and(of(operatorId, userId), eq(notifications.id, id)))
  return row ?? null
}

/** One of hers, or all of them. */
export async function markRead(tx: TenantTx, operatorId: string, userId: string, at: Date, id?: string): Promise<void> {
  await tx
    .update(notifications)
    .set({ readAt: at })
    .where(and(of(operatorId, userId), isNull(notifications.readAt), id ? eq(notifications.id, id) : undefined))
}
