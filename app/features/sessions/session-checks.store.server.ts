import { and, asc, eq, gte, inArray, isNull, ne, sql } from 'drizzle-orm'
import type { Engineering } from '#app/features/engineerings/engineering.ts'
import { type Day, day } from '#app/kernel/day.ts'
import { hour } from '#app/kernel/hour.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { sessions } from '#db/schema/engineerings.ts'
import { grants } from '#db/schema/operators.ts'
import type { TenantTx } from '#db/tenant.ts'
import { withMoment } from './session-moment.ts'
import { contractOf, judgeSession, type SessionWritten } from './session-writing.ts'
import { heldQuarters } from './sessions.store.server.ts'

/** Nobody has more to come than this; a form carries no more. */
const mostBusy = 300

type Place = { sessionId: string; engineering: Engineering; cases: readonly string[]; consultantId: string | null }

/** All that a session is measured against, read behind the lock of its engineering. */
export async function checkSession(
  tx: TenantTx,
  operatorId: string,
  { sessionId, engineering, cases, consultantId }: Place,
  draft: SessionWritten,
  today: Day,
) {
  const alreadyHeld = await heldQuarters(tx, operatorId, engineering.id, sessionId)
  const others =
    draft.beginsAt && consultantId ? await busyHours(tx, operatorId, consultantId, draft.heldOn, sessionId) : []
  const pauses = await pausesOf(tx, operatorId, cases)
  return judgeSession({ contract: contractOf(engineering), alreadyHeld, cases, others, pauses }, draft, today)
}

/** Whose session it is when a member writes it: the engineering's only consultant's, or nobody's that is known. */
export async function onlyConsultant(tx: TenantTx, operatorId: string, engineeringId: string): Promise<string | null> {
  const rows = await tx
    .selectDistinct({ userId: grants.userId })
    .from(grants)
    .where(
      and(
        eq(grants.operatorId, operatorId),
        eq(grants.kind, 'consultant'),
        eq(grants.subjectId, engineeringId),
        isNull(grants.revokedAt),
      ),
    )
    .limit(2)
  return rows.length === 1 ? (rows[0]?.userId ?? null) : null
}

/** The hours that she has already given that day, whatever the engineering. */
async function busyHours(tx: TenantTx, operatorId: string, consultantId: string, on: Day, exceptSessionId: string) {
  // Two engineerings, two locks: without this one, two sessions at the same hour could each miss the other.
  await tx.execute(
    sql`select pg_advisory_xact_lock(hashtextextended(${`consultant:${operatorId}:${consultantId}`}, 0))`,
  )
  const rows = await tx
    .select({ beginsAt: sessions.beginsAt, endsAt: sessions.endsAt })
    .from(sessions)
    .where(
      and(
        eq(sessions.operatorId, operatorId),
        eq(sessions.consultantId, consultantId),
        eq(sessions.heldOn, on),
        ne(sessions.status, 'cancelled'),
        ne(sessions.id, exceptSessionId),
      ),
    )
    .orderBy(sessions.beginsAt)
  return rows.map(({ beginsAt, endsAt }) => ({ beginsAt: hour(beginsAt), endsAt: hour(endsAt) }))
}

/** Her sessions from a day on that are not called off: which and when, and nothing else. */
export async function busySince(tx: TenantTx, operatorId: string, consultantId: string, from: Day) {
  const rows = await tx
    .select({ id: sessions.id, heldOn: sessions.heldOn, beginsAt: sessions.beginsAt, endsAt: sessions.endsAt })
    .from(sessions)
    .where(
      and(
        eq(sessions.operatorId, operatorId),
        eq(sessions.consultantId, consultantId),
        gte(sessions.heldOn, from),
        ne(sessions.status, 'cancelled'),
      ),
    )
    .orderBy(asc(sessions.heldOn), asc(sessions.beginsAt))
    .limit(mostBusy)
  return rows.flatMap(row => withMoment(row))
}

async function pausesOf(tx: TenantTx, operatorId: string, cases: readonly string[]) {
  if (cases.length === 0) return []
  const rows = await tx
    .select({ suspendedOn: accompaniments.suspendedOn, resumeOn: accompaniments.resumeOn })
    .from(accompaniments)
    .where(and(eq(accompaniments.operatorId, operatorId), inArray(accompaniments.id, [...cases])))
  return rows.map(({ suspendedOn, resumeOn }) => ({ suspendedOn: day(suspendedOn), resumeOn: day(resumeOn) }))
}
