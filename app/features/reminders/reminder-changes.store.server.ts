import { and, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { type Day, day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { reminders } from '#db/schema/follow-ups.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Reminder } from './reminder-rules.ts'
import type { Asking } from './reminder-subjects.store.server.ts'

export type ChangedReminder = {
  id: string
  rule: string
  subjectId: string
  occurrence: number
  anchorOn: Day | null
  advancedTo: Day | null
  addition: string | null
  reason: string | null
}

/** What somebody decided about reminders that have not left, of one case or of the operator. */
export async function changedReminders(
  { tx, operator }: Asking,
  accompanimentId?: string | undefined,
): Promise<ChangedReminder[]> {
  const rows = await tx
    .select({
      id: reminders.id,
      rule: reminders.rule,
      subjectId: reminders.subjectId,
      occurrence: reminders.occurrence,
      anchorOn: reminders.anchorOn,
      advancedTo: reminders.advancedTo,
      addition: reminders.addition,
      reason: reminders.reason,
    })
    .from(reminders)
    .where(
      and(
        eq(reminders.operatorId, operator.id),
        eq(reminders.state, 'changed'),
        accompanimentId ? eq(reminders.accompanimentId, accompanimentId) : undefined,
      ),
    )
  return rows.map(row => ({ ...row, anchorOn: day(row.anchorOn), advancedTo: day(row.advancedTo) }))
}

/** Erases what was added to the letters of the cases whose contact she is: it was written to her. */
export async function eraseAdditions(tx: TenantTx, operatorId: string, personId: string): Promise<void> {
  const hers = tx
    .select({ id: accompaniments.id })
    .from(accompaniments)
    .where(and(eq(accompaniments.operatorId, operatorId), eq(accompaniments.contactPersonId, personId)))
  await tx
    .update(reminders)
    .set({ addition: null })
    .where(
      and(
        eq(reminders.operatorId, operatorId),
        inArray(reminders.accompanimentId, hers),
        inArray(reminders.recipientKind, ['organisation', 'person']),
        isNotNull(reminders.addition),
      ),
    )
}

/** The reminder as somebody changed it: never later than its rule says. */
export function withChange(reminder: Reminder, changes: readonly ChangedReminder[]): Reminder {
  const found = changes.find(
    ({ rule, subjectId, occurrence, anchorOn }) =>
      rule === reminder.rule &&
      subjectId === reminder.subjectId &&
      occurrence === reminder.occurrence &&
      anchorOn === reminder.anchorOn,
  )
  if (!found) return reminder
  const { id, advancedTo, addition, reason } = found
  const dueOn = advancedTo && advancedTo < reminder.dueOn ? advancedTo : reminder.dueOn
  return { ...reminder, dueOn, change: { id, advancedTo, addition, reason, ruleDay: reminder.dueOn } }
}

export type Decided =
  /** It never leaves. */
  | { kind: 'skipped'; reason: string }
  /** It leaves on its day, or on an earlier one, with these words besides. */
  | { kind: 'changed'; reason: string; advancedTo: Day | null; addition: string | null }

/**
 * Writes the row of a reminder before any sweep does, or changes the one that somebody wrote so: the unique key of the
 * reminder is what the sweep and she meet on. False when the sweep came first.
 */
export async function decideReminder(
  { tx, operator }: Asking,
  { rule, subjectId, occurrence, accompanimentId, anchorOn, to, dueOn, change }: Reminder,
  decided: Decided,
): Promise<boolean> {
  const isSkipped = decided.kind === 'skipped'
  const columns = {
    state: isSkipped ? ('stopped' as const) : ('changed' as const),
    stoppedBecause: isSkipped ? 'skipped' : null,
    advancedTo: isSkipped ? null : decided.advancedTo,
    addition: isSkipped ? null : decided.addition,
    reason: decided.reason,
  }
  const written = await tx
    .insert(reminders)
    .values({
      operatorId: operator.id,
      id: newId(),
      rule,
      subjectId,
      occurrence,
      accompanimentId,
      anchorOn,
      dueOn: change?.ruleDay ?? dueOn,
      recipientKind: to,
      ...columns,
    })
    .onConflictDoUpdate({
      target: [reminders.operatorId, reminders.rule, reminders.subjectId, reminders.occurrence, reminders.anchorOn],
      set: columns,
      setWhere: eq(reminders.state, 'changed'),
    })
    .returning({ id: reminders.id })
  return written.length > 0
}

const isDecided = sql`(${reminders.state} = 'changed' or ${reminders.stoppedBecause} = 'skipped')`

/** What was skipped in a case, the latest day first. */
export function skippedReminders(tx: TenantTx, operatorId: string, accompanimentId: string) {
  return tx
    .select({
      id: reminders.id,
      rule: reminders.rule,
      dueOn: sql<Day>`${reminders.dueOn}::text`,
      recipientKind: reminders.recipientKind,
      reason: reminders.reason,
    })
    .from(reminders)
    .where(
      and(
        eq(reminders.operatorId, operatorId),
        eq(reminders.accompanimentId, accompanimentId),
        eq(reminders.stoppedBecause, 'skipped'),
      ),
    )
    .orderBy(sql`${reminders.dueOn} desc`, reminders.id)
}

/** Forgets what was decided, so that the rule asks again; its rule, or null when the reminder has left or nothing was decided. */
export async function forgetDecision(
  tx: TenantTx,
  operatorId: string,
  which: { id: string; accompanimentId: string },
): Promise<string | null> {
  const [row] = await tx
    .delete(reminders)
    .where(
      and(
        eq(reminders.operatorId, operatorId),
        eq(reminders.id, which.id),
        eq(reminders.accompanimentId, which.accompanimentId),
        isDecided,
      ),
    )
    .returning({ rule: reminders.rule })
  return row?.rule ?? null
}
