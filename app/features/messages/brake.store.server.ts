import { and, count, desc, eq, gt, isNotNull, isNull, lt, sql } from 'drizzle-orm'
import type { Day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { askedTogether } from '#db/asked-together.ts'
import { sendDays, sends } from '#db/schema/journal.ts'
import type { TenantTx } from '#db/tenant.ts'
import { allowedToday, heldBack } from './brake-rules.ts'

/** Days on which something left that make a usual one: a month of work. */
const daysOfAMonth = 20

export type Brake = typeof sendDays.$inferSelect

/**
 * Counts one more message of the day; false when the day is full, or when a run that was stopped still waits for a person.
 * Locks the day: of two messages that begin at once, the second counts the first. `justStopped` is for the one that fills it.
 */
export async function countBegun(
  tx: TenantTx,
  operatorId: string,
  { today, now }: { today: Day; now: Date },
): Promise<{ mayLeave: boolean; justStopped: Brake | null }> {
  if (await counts(tx, operatorId, today)) return { mayLeave: true, justStopped: null }
  if (await openBrake(tx, operatorId)) return { mayLeave: false, justStopped: null }
  // The first of the day finds no row to count on.
  await openDay(tx, operatorId, today)
  if (await counts(tx, operatorId, today)) return { mayLeave: true, justStopped: null }
  const [stopped] = await tx
    .update(sendDays)
    .set({ stoppedAt: now })
    .where(and(ofDay(operatorId, today), isNull(sendDays.stoppedAt)))
    .returning()
  return { mayLeave: false, justStopped: stopped ?? null }
}

const ofDay = (operatorId: string, today: Day) => and(eq(sendDays.operatorId, operatorId), eq(sendDays.day, today))

/** One more of the day; all that begin at once are counted together, the first of them until the day is full. */
const counts = askedTogether<Day, boolean>(async (tx, operatorId, asked) => {
  const [today] = asked
  if (!today) return []
  const isOpen = sql`exists (select from send_days open where open.operator_id = ${operatorId}
    and open.stopped_at is not null and open.released_at is null)`
  const [of] = await tx
    .select({ begun: sendDays.begun, allowed: sendDays.allowed, releasedAt: sendDays.releasedAt })
    .from(sendDays)
    .where(and(ofDay(operatorId, today), sql`not ${isOpen}`))
    .for('update')
  const room = of ? (of.releasedAt ? asked.length : Math.max(0, of.allowed - of.begun)) : 0
  const begun = Math.min(room, asked.length)
  if (begun > 0)
    await tx
      .update(sendDays)
      .set({ begun: sql`${sendDays.begun} + ${begun}` })
      .where(ofDay(operatorId, today))
  return asked.map((_one, index) => index < begun)
})

async function openDay(tx: TenantTx, operatorId: string, today: Day): Promise<void> {
  const known = await tx.select({ id: sendDays.id }).from(sendDays).where(ofDay(operatorId, today))
  if (known.length > 0) return
  const last = await tx
    .select({ begun: sendDays.begun })
    .from(sendDays)
    .where(and(eq(sendDays.operatorId, operatorId), lt(sendDays.day, today), gt(sendDays.begun, 0)))
    .orderBy(desc(sendDays.day))
    .limit(daysOfAMonth)
  await tx
    .insert(sendDays)
    .values({ operatorId, id: newId(), day: today, ...allowedToday(last.map(({ begun }) => begun)) })
    .onConflictDoNothing()
}

/** The run that was stopped and about which nobody has decided. */
export async function openBrake(tx: TenantTx, operatorId: string): Promise<Brake | null> {
  const [row] = await tx
    .select()
    .from(sendDays)
    .where(and(eq(sendDays.operatorId, operatorId), isNotNull(sendDays.stoppedAt), isNull(sendDays.releasedAt)))
    .limit(1)
  return row ?? null
}

export async function lockBrake(tx: TenantTx, operatorId: string, id: string): Promise<Brake | null> {
  const [row] = await tx
    .select()
    .from(sendDays)
    .where(and(eq(sendDays.operatorId, operatorId), eq(sendDays.id, id), isNotNull(sendDays.stoppedAt)))
    .for('update')
  return row ?? null
}

export async function releaseBrake(tx: TenantTx, operatorId: string, id: string, now: Date): Promise<void> {
  await tx
    .update(sendDays)
    .set({ releasedAt: now })
    .where(and(eq(sendDays.operatorId, operatorId), eq(sendDays.id, id)))
}

const held = (operatorId: string) =>
  and(eq(sends.operatorId, operatorId), eq(sends.state, 'planned'), eq(sends.failure, heldBack))

export async function countHeldBack(tx: TenantTx, operatorId: string): Promise<number> {
  const [row] = await tx.select({ count: count() }).from(sends).where(held(operatorId))
  return row?.count ?? 0
}

/** What was held back leaves from that instant on, or never; answers how many. */
export async function settleHeldBack(
  tx: TenantTx,
  operatorId: string,
  end: { state: 'planned'; dueAt: Date } | { state: 'cancelled' },
): Promise<number> {
  const failure = end.state === 'planned' ? null : 'dropped-by-hand'
  const settled = await tx
    .update(sends)
    .set({ ...end, failure })
    .where(held(operatorId))
    .returning({ id: sends.id })
  return settled.length
}
