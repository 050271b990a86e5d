import { and, eq, inArray, ne, sql } from 'drizzle-orm'
import { addDays, type Day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { reminders } from '#db/schema/follow-ups.ts'
import type { TenantTx } from '#db/tenant.ts'
import { type ChangedReminder, changedReminders, withChange } from './reminder-changes.store.server.ts'
import { lookBackDays, type Reminder, remindersOf, type Subject } from './reminder-rules.ts'
import { type Asking, subjectsOf } from './reminder-subjects.store.server.ts'
import { type RuleGroup, ruleFor } from './rules-in-force.store.server.ts'

type Span = { until: Day; accompanimentId?: string | undefined }

/**
 * What the rules ask for until that day, and that has not left: late ones too, as far as a reminder looks back. What
 * somebody decided about it is applied: skipped, it is not there; brought forward, it is there on its day.
 */
export async function missingReminders(asking: Asking, groups: readonly RuleGroup[], span: Span): Promise<Reminder[]> {
  const { today } = asking
  const [from, to] = [addDays(today, -lookBackDays), span.until]
  const found: Reminder[] = []
  const changes = await changedReminders(asking, span.accompanimentId)
  for (const group of groups) {
    const inWindow = await subjectsOf(asking, group, { from, to, accompanimentId: span.accompanimentId })
    const subjects = [...inWindow, ...(await broughtForward(asking, group, { changes, known: inWindow, until: to }))]
    const wanted = subjects.flatMap(subject =>
      group.rules
        .filter(({ programmeId }) => programmeId === subject.programmeId)
        .flatMap(({ rule }) => remindersOf(rule, subject, today).map(reminder => withChange(reminder, changes)))
        .filter(({ dueOn }) => dueOn >= from && dueOn <= to),
    )
    for (const reminder of await unwritten(asking, wanted)) found.push(reminder)
  }
  return found
}

/** Subjects that the days of their rules leave out, and of which somebody brought a reminder forward. */
async function broughtForward(
  asking: Asking,
  group: RuleGroup,
  { changes, known, until }: { changes: readonly ChangedReminder[]; known: readonly Subject[]; until: Day },
): Promise<Subject[]> {
  const codes = new Set(group.rules.map(({ rule }) => rule.rule))
  const subjectIds = changes
    .filter(({ rule, advancedTo }) => codes.has(rule) && advancedTo !== null && advancedTo <= until)
    .map(({ subjectId }) => subjectId)
  if (subjectIds.length === 0) return []
  const seen = new Set(known.map(({ subjectId, anchor }) => `${subjectId} ${anchor}`))
  const found = await subjectsOf(asking, group, { subjectIds })
  return found.filter(({ subjectId, anchor }) => !seen.has(`${subjectId} ${anchor}`))
}

const identity = ({ rule, subjectId, occurrence }: { rule: string; subjectId: string; occurrence: number }) =>
  `${rule} ${subjectId} ${occurrence}`

/**
 * Those that have not left. An anchor that moves later asks again; one that moves earlier does not. A letter that follows
 * one that was skipped has nothing to follow.
 */
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
      skipped: sql<string[]>`coalesce(
        array_agg(${reminders.anchorOn}::text) filter (where ${reminders.stoppedBecause} = 'skipped'), '{}')`,
    })
    .from(reminders)
    .where(
      and(
        eq(reminders.operatorId, operator.id),
        ne(reminders.state, 'changed'),
        sql`${reminders.subjectId} = any(${sql.param(ids)}::uuid[])`,
      ),
    )
    .groupBy(reminders.rule, reminders.subjectId, reminders.occurrence)
  const known = new Map(rows.map(row => [identity(row), row]))
  const isWritten = (reminder: Reminder) => (known.get(identity(reminder))?.anchorOn ?? '') >= reminder.anchorOn
  const hasLostItsFirst = (reminder: Reminder) => {
    const { waitsFor: occurrence, anchorOn } = reminder
    return occurrence !== null && (known.get(identity({ ...reminder, occurrence }))?.skipped ?? []).includes(anchorOn)
  }
  return wanted.filter(reminder => !isWritten(reminder) && !hasLostItsFirst(reminder))
}

export type ReminderEnd =
  /** Given to the ledger of messages. */
  | { state: 'done' }
  /** Asked of the team until its rule is settled. */
  | { state: 'due' }
  | { state: 'stopped'; stoppedBecause: string }

export type HandedOver = { id: string; reminder: Reminder; addition: string | null }

/**
 * Writes them together; answers those that another sweep had not just written, nor somebody just decided about, in no
 * order, each with the words that were added to it.
 */
export async function writeReminders(
  asking: Asking & { now: Date },
  written: readonly { reminder: Reminder; end: ReminderEnd }[],
): Promise<HandedOver[]> {
  const left: HandedOver[] = []
  for (const { reminder, end } of written) {
    const addition = reminder.change && (await settleChanged(asking, reminder, end))
    if (reminder.change && addition) left.push({ id: reminder.change.id, reminder, ...addition })
  }
  const fresh = written.filter(({ reminder }) => reminder.change === null)
  return fresh.length === 0 ? left : [...left, ...(await insertReminders(asking, fresh))]
}

const columnsOf = (end: ReminderEnd, now: Date) => ({
  state: end.state,
  stoppedBecause: end.state === 'stopped' ? end.stoppedBecause : null,
  doneAt: end.state === 'done' ? now : null,
})

/** Its row waits with what somebody decided: whoever writes it first has it. Null when she has just decided otherwise. */
async function settleChanged(
  { tx, operator, now }: Asking & { now: Date },
  { change, dueOn }: Reminder,
  end: ReminderEnd,
): Promise<{ addition: string | null } | null> {
  if (!change) return null
  const [row] = await tx
    .update(reminders)
    .set({ ...columnsOf(end, now), dueOn })
    .where(
      and(
        eq(reminders.operatorId, operator.id),
        eq(reminders.id, change.id),
        eq(reminders.state, 'changed'),
        sql`${reminders.advancedTo} is not distinct from ${change.advancedTo}::date`,
      ),
    )
    .returning({ addition: reminders.addition })
  return row ?? null
}

async function insertReminders(
  { tx, operator, now }: Asking & { now: Date },
  written: readonly { reminder: Reminder; end: ReminderEnd }[],
): Promise<HandedOver[]> {
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
        ...columnsOf(end, now),
      })),
    )
    .onConflictDoNothing()
    .returning({ id: reminders.id })
  const ids = new Set(added.map(({ id }) => id))
  return rows.filter(({ id }) => ids.has(id)).map(({ id, reminder }) => ({ id, reminder, addition: null }))
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
