import { and, desc, eq, gt, sql } from 'drizzle-orm'
import type { Day } from '#app/kernel/day.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { notifications, sends } from '#db/schema/journal.ts'
import { operators } from '#db/schema/operators.ts'
import { organisations } from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'

/**
 * The operator's settings and clock, locked: one journey at a time. Not `for update`, which waits for whoever has written
 * a row of this operator: each command has, its form's key, and two journeys asked for at once would wait for each other.
 */
export async function lockClock(tx: TenantTx, operatorId: string) {
  const [row] = await tx
    .select({ settings: operators.settings, clockOffsetDays: operators.clockOffsetDays })
    .from(operators)
    .where(eq(operators.id, operatorId))
    .for('no key update')
  return row ?? null
}

export async function setDestination(tx: TenantTx, operatorId: string, to: Day | null): Promise<void> {
  const settings = to
    ? sql`${operators.settings} || ${JSON.stringify({ advancingTo: to })}::jsonb`
    : sql`${operators.settings} - 'advancingTo'`
  await tx.update(operators).set({ settings }).where(eq(operators.id, operatorId))
}

/** One day forward, never backward. */
export async function moveClock(tx: TenantTx, operatorId: string): Promise<void> {
  await tx
    .update(operators)
    .set({ clockOffsetDays: sql`${operators.clockOffsetDays} + 1` })
    .where(eq(operators.id, operatorId))
}

/** Messages and notices of after an instant, the latest first: what one sees happen. */
export async function happenedSince(tx: TenantTx, operatorId: string, since: Date) {
  const letters = await tx
    .select({
      id: sends.id,
      at: sends.sentAt,
      message: sends.message,
      recipient: sends.recipient,
      number: accompaniments.number,
      organisation: organisations.name,
    })
    .from(sends)
    .leftJoin(
      accompaniments,
      and(eq(accompaniments.operatorId, operatorId), eq(accompaniments.id, sends.accompanimentId)),
    )
    .leftJoin(
      organisations,
      and(eq(organisations.operatorId, operatorId), eq(organisations.id, accompaniments.organisationId)),
    )
    .where(and(eq(sends.operatorId, operatorId), eq(sends.state, 'sent'), gt(sends.sentAt, since)))
    .orderBy(desc(sends.sentAt))
    .limit(200)
  const notices = await tx
    .select({ id: notifications.id, at: notifications.at, kind: notifications.kind, data: notifications.data })
    .from(notifications)
    .where(and(eq(notifications.operatorId, operatorId), gt(notifications.at, since)))
    .orderBy(desc(notifications.at))
    .limit(200)
  return { letters, notices }
}
