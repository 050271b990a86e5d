import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { dayOf } from '#app/kernel/day.ts'
import { reminders } from '#db/schema/follow-ups.ts'
import { notifications } from '#db/schema/journal.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { ToldReminder } from './told-reminder.ts'

/** The reminders of a case that its team was told in the product, the last first: to whom, and what became of each. */
export async function toldInProduct(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
  limit: number,
): Promise<ToldReminder[]> {
  const rows = await tx
    .select({
      id: notifications.id,
      data: notifications.data,
      at: notifications.at,
      readAt: notifications.readAt,
      name: users.name,
      kind: notifications.kind,
      state: reminders.state,
    })
    .from(notifications)
    .innerJoin(users, eq(users.id, notifications.userId))
    .innerJoin(
      reminders,
      and(
        eq(reminders.operatorId, notifications.operatorId),
        eq(reminders.id, sql`(${notifications.data} ->> 'reminder')::uuid`),
      ),
    )
    .where(
      and(
        eq(notifications.operatorId, operatorId),
        eq(notifications.accompanimentId, accompanimentId),
        inArray(notifications.kind, ['reminder', 'reminder.no-address']),
      ),
    )
    .orderBy(desc(notifications.at), desc(notifications.id))
    .limit(limit)
  return rows.map(({ id, data, at, readAt, name, kind, state }) => {
    const isInstead = kind === 'reminder.no-address'
    const stands = readAt ? 'read' : 'unread'
    const label = { fr: data.fr ?? '', en: data.en ?? '' }
    return { id, label, name, on: dayOf(at), isInstead, state: isInstead || state === 'due' ? stands : 'ended' }
  })
}
