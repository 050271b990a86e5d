import { and, asc, eq, gte, inArray, isNull, lt, lte, ne, not, or, type SQL, sql } from 'drizzle-orm'
import { withMoment } from '#app/features/sessions/session-moment.ts'
import { type Day, dayOf } from '#app/kernel/day.ts'
import { engineerings, sessionLines, sessions } from '#db/schema/engineerings.ts'
import { sends } from '#db/schema/journal.ts'
import { grants } from '#db/schema/operators.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'

/** Whether somebody has written what it decided. */
export const isReported = sql<boolean>`exists (
  select from ${sessionLines} where ${sessionLines.operatorId} = ${sessions.operatorId}
    and ${sessionLines.sessionId} = ${sessions.id} and ${sessionLines.kind} = 'decision')`

const columns = {
  id: sessions.id,
  engineeringId: sessions.engineeringId,
  title: engineerings.title,
  heldOn: sessions.heldOn,
  beginsAt: sessions.beginsAt,
  endsAt: sessions.endsAt,
  status: sessions.status,
  kind: sessions.kind,
  place: sessions.place,
  days: sessions.days,
  hasReport: isReported,
  consultantId: sessions.consultantId,
}

type Page = { limit: number; offset: number }

async function rowsOf(
  tx: TenantTx,
  operatorId: string,
  engineeringIds: readonly string[],
  where: SQL | undefined,
  { limit, offset }: Page,
) {
  const rows = await tx
    .select(columns)
    .from(sessions)
    .innerJoin(
      engineerings,
      and(eq(engineerings.operatorId, sessions.operatorId), eq(engineerings.id, sessions.engineeringId)),
    )
    .where(and(eq(sessions.operatorId, operatorId), inArray(sessions.engineeringId, [...engineeringIds]), where))
    .orderBy(asc(sessions.heldOn), sql`${sessions.beginsAt} nulls first`, asc(sessions.id))
    .limit(limit)
    .offset(offset)
  return rows.flatMap(({ days, ...row }) =>
    withMoment({ ...row, quarters: days === null ? null : Math.round(days * 4) }),
  )
}
export type WeekRow = Awaited<ReturnType<typeof rowsOf>>[number]

/** Their sessions from one day to another, called off or not; a thousand at most. */
export const sessionsBetween = (
  tx: TenantTx,
  operatorId: string,
  engineeringIds: readonly string[],
  { from, to }: { from: Day; to: Day },
) =>
  engineeringIds.length === 0
    ? Promise.resolve([])
    : rowsOf(tx, operatorId, engineeringIds, and(gte(sessions.heldOn, from), lte(sessions.heldOn, to)), {
        limit: 1000,
        offset: 0,
      })

/** Planned and held sessions from a day on, a page of them, with the number of all. */
export async function sessionsFrom(
  tx: TenantTx,
  operatorId: string,
  engineeringIds: readonly string[],
  from: Day,
  page: Page,
): Promise<{ rows: WeekRow[]; total: number }> {
  if (engineeringIds.length === 0) return { rows: [], total: 0 }
  const where = and(gte(sessions.heldOn, from), ne(sessions.status, 'cancelled'))
  const [counted] = await tx
    .select({ total: sql<number>`count(*)::int` })
    .from(sessions)
    .where(and(eq(sessions.operatorId, operatorId), inArray(sessions.engineeringId, [...engineeringIds]), where))
  return { rows: await rowsOf(tx, operatorId, engineeringIds, where, page), total: counted?.total ?? 0 }
}

/** Sessions whose day has passed without a word about them, the oldest first. */
export const sessionsWithoutReport = (
  tx: TenantTx,
  operatorId: string,
  engineeringIds: readonly string[],
  today: Day,
  limit: number,
) =>
  engineeringIds.length === 0
    ? Promise.resolve([])
    : rowsOf(
        tx,
        operatorId,
        engineeringIds,
        and(
          lt(sessions.heldOn, today),
          ne(engineerings.state, 'cancelled'),
          or(eq(sessions.status, 'planned'), and(eq(sessions.status, 'held'), not(isReported))),
        ),
        { limit, offset: 0 },
      )

/** Who works on these engineerings today, by name. */
export function consultantsAt(tx: TenantTx, operatorId: string, engineeringIds: readonly string[], today: Day) {
  if (engineeringIds.length === 0) return Promise.resolve([])
  return tx
    .selectDistinct({
      engineeringId: grants.subjectId,
      userId: users.id,
      name: users.name,
      email: users.email,
      locale: users.locale,
    })
    .from(grants)
    .innerJoin(users, eq(users.id, grants.userId))
    .where(
      and(
        eq(grants.operatorId, operatorId),
        eq(grants.kind, 'consultant'),
        inArray(grants.subjectId, [...engineeringIds]),
        isNull(grants.revokedAt),
        isNull(users.deactivatedAt),
        lte(grants.fromOn, today),
        or(isNull(grants.toOn), gte(grants.toOn, today)),
      ),
    )
    .orderBy(users.name)
}

/** Who was reminded of these sessions, and when: the last time first. */
export async function remindersSent(
  tx: TenantTx,
  operatorId: string,
  about: { sessionIds: readonly string[]; accompanimentIds: readonly string[] },
) {
  if (about.sessionIds.length === 0 || about.accompanimentIds.length === 0) return []
  const rows = await tx
    .select({ payload: sends.payload, name: users.name, dueAt: sends.dueAt })
    .from(sends)
    .innerJoin(users, eq(users.id, sends.recipientUserId))
    .where(
      and(
        eq(sends.operatorId, operatorId),
        inArray(sends.accompanimentId, [...about.accompanimentIds]),
        eq(sends.message, 'session.report'),
      ),
    )
    .orderBy(sql`${sends.dueAt} desc`)
  return rows.flatMap(({ payload, name, dueAt }) => {
    const sessionId = payload.sessionId ?? ''
    return about.sessionIds.includes(sessionId) ? [{ sessionId, name, on: dayOf(dueAt) }] : []
  })
}
