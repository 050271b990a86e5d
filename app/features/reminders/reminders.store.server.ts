import { and, eq, inArray } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { reminders } from '#db/schema/follow-ups.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Reminder } from './reminder-rules.ts'

const identity = ({ rule, subjectId, occurrence }: { rule: string; subjectId: string; occurrence: number }) =>
  `${rule} ${subjectId} ${occurrence}`

/** Those of which nothing is written yet. */
export async function missingReminders(
  tx: TenantTx,
  operatorId: string,
  wanted: readonly Reminder[],
): Promise<Reminder[]> {
  const subjects = [...new Set(wanted.map(({ subjectId }) => subjectId))]
  if (subjects.length === 0) return []
  const rows = await tx
    .select({ rule: reminders.rule, subjectId: reminders.subjectId, occurrence: reminders.occurrence })
    .from(reminders)
    .where(and(eq(reminders.operatorId, operatorId), inArray(reminders.subjectId, subjects)))
  const known = new Set(rows.map(identity))
  return wanted.filter(reminder => !known.has(identity(reminder)))
}

export type ReminderEnd =
  /** Given to the ledger of messages. */
  | { state: 'done' }
  /** Asked of the practitioner until its rule is settled. */
  | { state: 'due' }
  | { state: 'stopped'; stoppedBecause: string }

/** Writes one reminder; false when another sweep has just written it. */
export async function writeReminder(
  tx: TenantTx,
  operatorId: string,
  now: Date,
  { rule, subjectId, occurrence, accompanimentId, dueOn, to }: Reminder,
  end: ReminderEnd,
): Promise<boolean> {
  const written = await tx
    .insert(reminders)
    .values({
      operatorId,
      id: newId(),
      rule,
      subjectId,
      occurrence,
      accompanimentId,
      dueOn,
      recipientKind: to,
      state: end.state,
      stoppedBecause: end.state === 'stopped' ? end.stoppedBecause : null,
      doneAt: end.state === 'done' ? now : null,
    })
    .onConflictDoNothing()
    .returning({ id: reminders.id })
  return written.length > 0
}

export type OpenReminder = { id: string; rule: string; subjectId: string; accompanimentId: string | null }

/** What practitioners are still asked to do. */
export function openReminders(tx: TenantTx, operatorId: string): Promise<OpenReminder[]> {
  return tx
    .select({
      id: reminders.id,
      rule: reminders.rule,
      subjectId: reminders.subjectId,
      accompanimentId: reminders.accompanimentId,
    })
    .from(reminders)
    .where(and(eq(reminders.operatorId, operatorId), eq(reminders.state, 'due')))
}

export async function stopReminders(
  tx: TenantTx,
  operatorId: string,
  ids: readonly string[],
  { now, because }: { now: Date; because: string },
): Promise<void> {
  if (ids.length === 0) return
  await tx
    .update(reminders)
    .set({ state: 'stopped', stoppedBecause: because, doneAt: now })
    .where(and(eq(reminders.operatorId, operatorId), inArray(reminders.id, [...ids])))
}
