import { and, asc, eq, gte, isNull, lte, or, sql } from 'drizzle-orm'
import type { Engineering } from '#app/features/engineerings/engineering.ts'
import { membersOf } from '#app/features/engineerings/engineerings.store.server.ts'
import { providerById } from '#app/features/providers/providers.store.server.ts'
import { withMoment } from '#app/features/sessions/session-moment.ts'
import { heldQuarters } from '#app/features/sessions/sessions.store.server.ts'
import type { Day } from '#app/kernel/day.ts'
import { sessions } from '#db/schema/engineerings.ts'
import { users } from '#db/schema/users.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Statement } from './statement.ts'

type Asked = { userId: string; engineering: Engineering; from: Day | null; to: Day }

/** The statement of this person: what others have held of the same mission is theirs to sign. */
export async function statementOf(
  tx: TenantTx,
  operator: { id: string; name: string },
  { userId, engineering, from, to }: Asked,
): Promise<Statement> {
  const { id, title, signedOn, orderedQuarters, providerId } = engineering
  const [user] = await tx.select({ name: users.name }).from(users).where(eq(users.id, userId))
  const provider = providerId ? await providerById(tx, operator.id, providerId) : null
  return {
    operator: operator.name,
    consultant: user?.name ?? '',
    provider: provider?.name ?? null,
    title,
    organisations: (await membersOf(tx, operator.id, [id])).map(({ name }) => name),
    signedOn,
    orderedQuarters,
    missionQuarters: await heldQuarters(tx, operator.id, id),
    from,
    to,
    lines: await linesOf(tx, operator.id, { userId, engineeringId: id, from, to }),
  }
}

type Lines = { userId: string; engineeringId: string; from: Day | null; to: Day }

async function linesOf(tx: TenantTx, operatorId: string, { userId, engineeringId, from, to }: Lines) {
  const rows = await tx
    .select({
      id: sessions.id,
      heldOn: sessions.heldOn,
      beginsAt: sessions.beginsAt,
      endsAt: sessions.endsAt,
      kind: sessions.kind,
      days: sessions.days,
    })
    .from(sessions)
    .where(
      and(
        eq(sessions.operatorId, operatorId),
        eq(sessions.engineeringId, engineeringId),
        eq(sessions.status, 'held'),
        // Before a session said whose it is, whoever recorded it was the one.
        or(eq(sessions.consultantId, userId), and(isNull(sessions.consultantId), eq(sessions.recordedBy, userId))),
        from ? gte(sessions.heldOn, from) : undefined,
        lte(sessions.heldOn, to),
      ),
    )
    .orderBy(asc(sessions.heldOn), sql`${sessions.beginsAt} nulls first`, asc(sessions.id))
  return rows.flatMap(({ days, ...row }) => withMoment({ ...row, quarters: Math.round((days ?? 0) * 4) }))
}
