import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import { type Day, day } from '#app/kernel/day.ts'
import { type Hour, hour } from '#app/kernel/hour.ts'
import { newId } from '#app/kernel/ids.ts'
import {
  type AttendanceStatus,
  type AttendeeRole,
  attendances,
  type SessionKind,
  type SessionMode,
  type SessionStatus,
  sessions,
} from '#db/schema/engineerings.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'
import { linesOf } from './session-lines.store.server.ts'
import type { SessionLines } from './session-lines.ts'

export type WrittenSession = {
  status: SessionStatus
  heldOn: Day
  beginsAt: Hour | null
  endsAt: Hour | null
  quarters: number | null
  kind: SessionKind | null
  mode: SessionMode | null
  place: string | null
  themes: string[]
  overrunReason: string | null
  headCount: number | null
}
export type Session = Omit<WrittenSession, 'heldOn'> & {
  lines: SessionLines
  id: string
  engineeringId: string
  heldOn: Day | null
  version: number
  consultantId: string | null
  series: string | null
  recordedBy: string | null
}

const columns = {
  id: sessions.id,
  engineeringId: sessions.engineeringId,
  status: sessions.status,
  heldOn: sessions.heldOn,
  beginsAt: sessions.beginsAt,
  endsAt: sessions.endsAt,
  days: sessions.days,
  kind: sessions.kind,
  mode: sessions.mode,
  place: sessions.place,
  themes: sessions.themes,
  overrunReason: sessions.overrunReason,
  headCount: sessions.headCount,
  consultantId: sessions.consultantId,
  series: sessions.series,
  version: sessions.version,
  recordedBy: users.name,
}
type Row = Omit<Session, 'lines' | 'heldOn' | 'beginsAt' | 'endsAt' | 'quarters'> & {
  heldOn: string | null
  beginsAt: string | null
  endsAt: string | null
  days: number | null
}
const opened = ({ heldOn, beginsAt, endsAt, days, ...row }: Row, lines: SessionLines): Session => ({
  ...row,
  lines,
  heldOn: day(heldOn),
  beginsAt: hour(beginsAt),
  endsAt: hour(endsAt),
  quarters: days === null ? null : Math.round(days * 4),
})

/** The sessions of these engineerings, the latest first. */
export async function sessionsOf(
  tx: TenantTx,
  operatorId: string,
  engineeringIds: readonly string[],
): Promise<Session[]> {
  if (engineeringIds.length === 0) return []
  const rows = await tx
    .select(columns)
    .from(sessions)
    .leftJoin(users, eq(users.id, sessions.recordedBy))
    .where(and(eq(sessions.operatorId, operatorId), inArray(sessions.engineeringId, [...engineeringIds])))
    .orderBy(desc(sessions.heldOn), desc(sessions.id))
  const written = await linesOf(
    tx,
    operatorId,
    rows.map(({ id }) => id),
  )
  return rows.map(row => opened(row, written(row.id)))
}

export async function sessionById(tx: TenantTx, operatorId: string, id: string): Promise<Session | null> {
  const [row] = await tx
    .select(columns)
    .from(sessions)
    .leftJoin(users, eq(users.id, sessions.recordedBy))
    .where(and(eq(sessions.operatorId, operatorId), eq(sessions.id, id)))
  return row ? opened(row, (await linesOf(tx, operatorId, [id]))(id)) : null
}

/** What the engineering's sessions come to, but for this one; asked with the engineering locked, so that it still holds at commit. */
export async function heldQuarters(
  tx: TenantTx,
  operatorId: string,
  engineeringId: string,
  exceptSessionId?: string,
): Promise<number> {
  const [row] = await tx
    .select({ days: sql<number>`coalesce(sum(${sessions.days}), 0)::float8` })
    .from(sessions)
    .where(
      and(
        eq(sessions.operatorId, operatorId),
        eq(sessions.engineeringId, engineeringId),
        eq(sessions.status, 'held'),
        exceptSessionId ? ne(sessions.id, exceptSessionId) : undefined,
      ),
    )
  return Math.round((row?.days ?? 0) * 4)
}

/** First and last session held, and how many are planned. */
export async function sessionSpan(tx: TenantTx, operatorId: string, engineeringId: string) {
  const [row] = await tx
    .select({
      first: sql<string | null>`min(${sessions.heldOn}) filter (where ${sessions.status} = 'held')`,
      last: sql<string | null>`max(${sessions.heldOn}) filter (where ${sessions.status} = 'held')`,
      planned: sql<number>`count(*) filter (where ${sessions.status} = 'planned')::int`,
    })
    .from(sessions)
    .where(and(eq(sessions.operatorId, operatorId), eq(sessions.engineeringId, engineeringId)))
  return { firstHeldOn: day(row?.first), lastHeldOn: day(row?.last), planned: row?.planned ?? 0 }
}

const columnsOf = ({ quarters, ...written }: WrittenSession) => ({
  ...written,
  days: quarters === null ? null : quarters / 4,
})

export async function insertSession(
  tx: TenantTx,
  operatorId: string,
  {
    id,
    engineeringId,
    recordedBy,
    ...written
  }: WrittenSession & {
    id: string
    engineeringId: string
    recordedBy: string | null
    consultantId: string | null
    series: string | null
  },
): Promise<void> {
  await tx.insert(sessions).values({ operatorId, id, engineeringId, recordedBy, ...columnsOf(written) })
}

export async function updateSession(
  tx: TenantTx,
  operatorId: string,
  id: string,
  written: WrittenSession & { consultantId: string | null },
): Promise<void> {
  await tx
    .update(sessions)
    .set({ ...columnsOf(written), version: sql`${sessions.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(sessions.operatorId, operatorId), eq(sessions.id, id)))
}

export type Attendance = {
  accompanimentId: string
  status: AttendanceStatus
  personName: string | null
  role: AttendeeRole | null
}

export async function attendancesOf(
  tx: TenantTx,
  operatorId: string,
  sessionIds: readonly string[],
): Promise<(Attendance & { sessionId: string })[]> {
  if (sessionIds.length === 0) return []
  return tx
    .select({
      sessionId: attendances.sessionId,
      accompanimentId: attendances.accompanimentId,
      status: attendances.status,
      personName: attendances.personName,
      role: attendances.role,
    })
    .from(attendances)
    .where(and(eq(attendances.operatorId, operatorId), inArray(attendances.sessionId, [...sessionIds])))
    .orderBy(attendances.position, attendances.id)
}

export async function replaceAttendances(
  tx: TenantTx,
  operatorId: string,
  { sessionId, engineeringId }: { sessionId: string; engineeringId: string },
  rows: readonly Attendance[],
): Promise<void> {
  await tx.delete(attendances).where(and(eq(attendances.operatorId, operatorId), eq(attendances.sessionId, sessionId)))
  if (rows.length === 0) return
  await tx
    .insert(attendances)
    .values(rows.map((row, position) => ({ operatorId, id: newId(), sessionId, engineeringId, position, ...row })))
}
