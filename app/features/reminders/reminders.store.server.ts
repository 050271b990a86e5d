import { and, eq, inArray, sql } from 'drizzle-orm'
import { addDays, type Day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { reminders } from '#db/schema/follow-ups.ts'
import type { TenantTx } from '#db/tenant.ts'
import { lookBackDays, type Reminder, remindersOf, type Subject } from './reminder-rules.ts'
import { type Asking, subjectsOf } from './reminder-subjects.store.server.ts'
import { type RuleGroup, ruleFor } from './rules-in-force.store.server.ts'

type Span = { until: Day; accompanimentId?: string | undefined }

/** What the rules ask for until that day, and of which nothing is written: late ones too, as far as a reminder looks back. */
export async function missingReminders(asking: Asking, groups: readonly RuleGroup[], span: Span): Promise<Reminder[]> {
  const { today } = asking
  const [from, to] = [addDays(today, -lookBackDays), span.until]
  const found: Reminder[] = []
  for (const group of groups) {
    const subjects = await subjectsOf(asking, group, { from, to, accompanimentId: span.accompanimentId })
    const wanted = subjects.flatMap(subject =>
      group.rules
        .filter(({ programmeId }) => programmeId === subject.programmeId)
        .flatMap(({ rule }) => remindersOf(rule, subject, today))
        .filter(({ dueOn }) => dueOn >= from && dueOn <= to),
    )
    for (const reminder of await unwritten(asking, wanted)) found.push(reminder)
  }
  return found
}

const identity = ({ rule, subjectId, occurrence }: { rule: string; subjectId: string; occurrence: number }) =>
  `${rule} ${subjectId} ${occurrence}`

/** Those of which nothing is written yet. An anchor that moves later asks again; one that moves earlier does not. */
async function unwritten({ tx, operator }: Asking, wanted: readonly Reminder[]): Promise<Reminder[]> {
  if (wanted.length === 0) return []
  const ids = [...new Set(wanted.map(({ subjectId }) => subjectId))]
  const rows = await tx
    .select({
      rule: reminders.rule,
      subjectId: reminders.subjectId,
      occurrence: reminders.occurrence,
      // Rows of before the column count for any anchor.
      anchorOn: sql<string>`max(coalesce(${reminders.anchorOn}, date '9999-12-31'))::text`,
    })
    .from(reminders)
    .where(and(eq(reminders.operatorId, operator.id), sql`${reminders.subjectId} = any(${sql.param(ids)}::uuid[])`))
    .groupBy(reminders.rule, reminders.subjectId, reminders.occurrence)
  const known = new Map(rows.map(row => [identity(row), row.anchorOn]))
  return wanted.filter(reminder => (known.get(identity(reminder)) ?? '') < reminder.anchorOn)
}

export type ReminderEnd =
  /** Given to the ledger of messages. */
  | { state: 'done' }
  /** Asked of the team until its rule is settled. */
  | { state: 'due' }
  | { state: 'stopped'; stoppedBecause: string }

/** Writes them together; answers the ids of those that another sweep had not just written, in no order. */
export async function writeReminders(
  { tx, operator, now }: Asking & { now: Date },
  written: readonly { reminder: Reminder; end: ReminderEnd }[],
): Promise<{ id: string; reminder: Reminder }[]> {
  if (written.length === 0) return []
  const rows = written.map(({ reminder, end }) => ({ id: newId(), reminder, end }))
  const added = await tx
    .insert(reminders)
    .values(
      rows.map(({ id, reminder: { rule, subjectId, occurrence, accompanimentId, anchorOn, dueOn, to }, end }) => ({
        operatorId: operator.id,
        id,
        rule,
        subjectId,
        occurrence,
        accompanimentId,
        anchorOn,
        dueOn,
        recipientKind: to,
        state: end.state,
        stoppedBecause: end.state === 'stopped' ? end.stoppedBecause : null,
        doneAt: end.state === 'done' ? now : null,
      })),
    )
    .onConflictDoNothing()
    .returning({ id: reminders.id })
  const ids = new Set(added.map(({ id }) => id))
  return rows.filter(({ id }) => ids.has(id))
}

export type WrittenReminder = Pick<
  typeof reminders.$inferSelect,
  'id' | 'rule' | 'subjectId' | 'accompanimentId' | 'occurrence' | 'anchorOn' | 'dueOn' | 'recipientKind'
>
const columns = {
  id: reminders.id,
  rule: reminders.rule,
  subjectId: reminders.subjectId,
  accompanimentId: reminders.accompanimentId,
  occurrence: reminders.occurrence,
  anchorOn: reminders.anchorOn,
  dueOn: reminders.dueOn,
  recipientKind: reminders.recipientKind,
}

/** What the team is still asked to do. */
export function openReminders(tx: TenantTx, operatorId: string): Promise<WrittenReminder[]> {
  return tx
    .select(columns)
    .from(reminders)
    .where(and(eq(reminders.operatorId, operatorId), eq(reminders.state, 'due')))
}

export async function reminderById(tx: TenantTx, operatorId: string, id: string): Promise<WrittenReminder | null> {
  const [row] = await tx
    .select(columns)
    .from(reminders)
    .where(and(eq(reminders.operatorId, operatorId), eq(reminders.id, id)))
  return row ?? null
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

/** Of these, those that their rules still ask for, with what they are about: neither settled, nor counted from another day. */
export async function stillAsked(
  asking: Asking,
  groups: readonly RuleGroup[],
  written: readonly WrittenReminder[],
): Promise<Map<string, Reminder>> {
  const found = new Map<string, Reminder>()
  for (const group of groups) {
    const codes = new Set(group.rules.map(({ rule }) => rule.rule))
    const asked = written.filter(({ rule }) => codes.has(rule))
    if (asked.length === 0) continue
    const subjects = await subjectsOf(asking, group, { subjectIds: asked.map(({ subjectId }) => subjectId) })
    const standing = new Map<string, Subject>()
    for (const subject of subjects) {
      standing.set(`${subject.subjectId} ${subject.anchor}`, subject)
      standing.set(`${subject.subjectId} `, subject)
    }
    for (const known of asked) {
      const subject = standing.get(`${known.subjectId} ${known.anchorOn ?? ''}`)
      const rule = subject && ruleFor(group, known.rule, subject.programmeId)
      const all = rule ? remindersOf(rule, subject, asking.today) : []
      const reminder = all.find(({ occurrence }) => occurrence === known.occurrence)
      if (reminder) found.set(known.id, reminder)
    }
  }
  return found
}
