import { and, eq, gte, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Day } from '#app/kernel/day.ts'
import { derivedId, newId } from '#app/kernel/ids.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { notifications } from '#db/schema/journal.ts'
import { absences, grants } from '#db/schema/operators.ts'
import { organisations } from '#db/schema/organisations.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'

export type NewNotification = {
  userId: string
  /** What happened: its sentence is found by it. */
  kind: string
  accompanimentId: string | null
  data: Record<string, string>
  /** Where it leads. */
  address: string
}

/** Tells a member in the product; narrow actors cannot write to somebody else and leave a job instead. */
export async function notify(tx: TenantTx, operatorId: string, at: Date, notification: NewNotification): Promise<void> {
  await tx.insert(notifications).values({ operatorId, id: newId(), at, ...notification })
}

export type CaseNotice = {
  accompanimentId: string
  kind: string
  /** What it is about, so that it is told once. */
  about: string
  /** The tab of the case that it leads to. */
  page?: string
  /** Where it leads when it is not to the case. */
  address?: string
  data?: Record<string, string>
}

/**
 * Tells the practitioner of a case; while she is away, whoever stands in for her; when the case is nobody's, the
 * managers.
 */
export async function notifyAboutCase(
  { tx, operator, now, today }: { tx: TenantTx; operator: { id: string; slug: string }; now: Date; today: Day },
  { accompanimentId, kind, about, page, address, data }: CaseNotice,
): Promise<void> {
  const [found] = await tx
    .select({
      number: accompaniments.number,
      practitionerId: accompaniments.practitionerId,
      organisation: organisations.name,
    })
    .from(accompaniments)
    .leftJoin(
      organisations,
      and(eq(organisations.operatorId, operator.id), eq(organisations.id, accompaniments.organisationId)),
    )
    .where(and(eq(accompaniments.operatorId, operator.id), eq(accompaniments.id, accompanimentId)))
  if (!found) return
  const { number, practitionerId, organisation } = found
  const told = practitionerId
    ? [(await delegatesOn(tx, operator.id, today)).get(practitionerId) ?? practitionerId]
    : await managersOn(tx, operator.id, today)
  for (const userId of told)
    await notifyOnce(tx, operator.id, now, about, {
      userId,
      kind,
      accompanimentId,
      data: { number, organisation: organisation ?? '', ...data },
      address: address ?? `/o/${operator.slug}/accompagnements/${number}${page ? `/${page}` : ''}`,
    })
}

/** Who stands in for members that are away that day. */
export async function delegatesOn(tx: TenantTx, operatorId: string, today: Day): Promise<Map<string, string>> {
  const rows = await tx
    .select({ userId: absences.userId, delegateId: absences.delegateId })
    .from(absences)
    .where(and(eq(absences.operatorId, operatorId), lte(absences.fromOn, today), gte(absences.toOn, today)))
  return new Map(rows.map(({ userId, delegateId }) => [userId, delegateId]))
}

export async function managersOn(tx: TenantTx, operatorId: string, today: Day): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ userId: grants.userId })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .where(
      and(
        eq(grants.operatorId, operatorId),
        eq(grants.kind, 'manager'),
        isNull(grants.revokedAt),
        isNull(users.deactivatedAt),
        lte(grants.fromOn, today),
        or(isNull(grants.toOn), gte(grants.toOn, today)),
      ),
    )
  return rows.map(({ userId }) => userId)
}

const readThose = (tx: TenantTx, operatorId: string, at: Date, which: SQL | undefined) =>
  tx
    .update(notifications)
    .set({ readAt: at })
    .where(and(eq(notifications.operatorId, operatorId), isNull(notifications.readAt), which))

/** What those notices told is settled: nobody has to open them any more. */
export async function settleNotices(
  tx: TenantTx,
  operatorId: string,
  at: Date,
  { kind, about, told }: { kind: string; about: string; told: readonly string[] },
): Promise<void> {
  const ids = told.map(userId => derivedId(operatorId, kind, about, userId))
  if (ids.length === 0) return
  await readThose(tx, operatorId, at, inArray(notifications.id, ids))
}

/** Another contact was found for an address that refused: nobody has to open that notice any more. */
export async function readBounces(
  tx: TenantTx,
  operatorId: string,
  { accompanimentId, recipient }: { accompanimentId: string; recipient: string },
  at: Date,
): Promise<void> {
  const which = and(
    eq(notifications.accompanimentId, accompanimentId),
    eq(notifications.kind, 'message.bounced'),
    sql`${notifications.data} ->> 'recipient' = ${recipient}`,
  )
  await readThose(tx, operatorId, at, which)
}

/** What these reminders told is settled: nobody has to open it any more. */
export async function readReminded(
  tx: TenantTx,
  operatorId: string,
  reminderIds: readonly string[],
  at: Date,
): Promise<void> {
  if (reminderIds.length === 0) return
  await readThose(
    tx,
    operatorId,
    at,
    sql`${notifications.data} ->> 'reminder' = any(${sql.param([...reminderIds])}::text[])`,
  )
}

/** The same, for jobs that may be done twice: one notice of a kind per person and per thing that it is about. */
export async function notifyOnce(
  tx: TenantTx,
  operatorId: string,
  at: Date,
  about: string,
  notification: NewNotification,
): Promise<void> {
  const id = derivedId(operatorId, notification.kind, about, notification.userId)
  await tx
    .insert(notifications)
    .values({ operatorId, id, at, ...notification })
    .onConflictDoNothing()
}

/** Several of them, written together. */
export async function notifyTogether(
  tx: TenantTx,
  operatorId: string,
  at: Date,
  notices: readonly (NewNotification & { about: string })[],
): Promise<void> {
  if (notices.length === 0) return
  await tx
    .insert(notifications)
    .values(
      notices.map(({ about, ...notice }) => ({
        operatorId,
        id: derivedId(operatorId, notice.kind, about, notice.userId),
        at,
        ...notice,
      })),
    )
    .onConflictDoNothing()
}
