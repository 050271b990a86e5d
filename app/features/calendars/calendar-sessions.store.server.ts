import { and, eq, gte, inArray, ne, or } from 'drizzle-orm'
import { withMoment } from '#app/features/sessions/session-moment.ts'
import { type Day, day } from '#app/kernel/day.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { engineeringMembers, engineerings, sessions } from '#db/schema/engineerings.ts'
import { absences } from '#db/schema/operators.ts'
import type { TenantTx } from '#db/tenant.ts'

/** The engineerings of the cases that this person follows. */
export async function engineeringsFollowedBy(tx: TenantTx, operatorId: string, userId: string): Promise<string[]> {
  const rows = await tx
    .selectDistinct({ id: engineeringMembers.engineeringId })
    .from(engineeringMembers)
    .innerJoin(
      accompaniments,
      and(
        eq(accompaniments.operatorId, engineeringMembers.operatorId),
        eq(accompaniments.id, engineeringMembers.accompanimentId),
      ),
    )
    .where(and(eq(engineeringMembers.operatorId, operatorId), eq(accompaniments.practitionerId, userId)))
  return rows.map(({ id }) => id)
}

/** The engineerings that she looks after while somebody is away: whose, and from which day to which. */
export async function engineeringsLookedAfter(tx: TenantTx, operatorId: string, userId: string, from: Day) {
  const rows = await tx
    .selectDistinct({
      engineeringId: engineeringMembers.engineeringId,
      practitionerId: absences.userId,
      fromOn: absences.fromOn,
      toOn: absences.toOn,
    })
    .from(absences)
    .innerJoin(
      accompaniments,
      and(eq(accompaniments.operatorId, absences.operatorId), eq(accompaniments.practitionerId, absences.userId)),
    )
    .innerJoin(
      engineeringMembers,
      and(
        eq(engineeringMembers.operatorId, accompaniments.operatorId),
        eq(engineeringMembers.accompanimentId, accompaniments.id),
      ),
    )
    .where(and(eq(absences.operatorId, operatorId), eq(absences.delegateId, userId), gte(absences.toOn, from)))
  return rows.flatMap(({ fromOn, toOn, ...row }) => {
    const [first, last] = [day(fromOn), day(toOn)]
    return first && last ? [{ ...row, first, last }] : []
  })
}

/**
 * Sessions of these engineerings from a day on. What was called off stays until its change is older than `calledOffSince`:
 * a program that has shown it must hear of it.
 */
export async function calendarSessionsOf(
  tx: TenantTx,
  operatorId: string,
  engineeringIds: readonly string[],
  { from, calledOffSince }: { from: Day; calledOffSince: Date },
) {
  if (engineeringIds.length === 0) return []
  const rows = await tx
    .select({
      id: sessions.id,
      engineeringId: sessions.engineeringId,
      title: engineerings.title,
      status: sessions.status,
      heldOn: sessions.heldOn,
      beginsAt: sessions.beginsAt,
      endsAt: sessions.endsAt,
      kind: sessions.kind,
      place: sessions.place,
      recordedBy: sessions.recordedBy,
      consultantId: sessions.consultantId,
      version: sessions.version,
      changedAt: sessions.updatedAt,
    })
    .from(sessions)
    .innerJoin(
      engineerings,
      and(eq(engineerings.operatorId, sessions.operatorId), eq(engineerings.id, sessions.engineeringId)),
    )
    .where(
      and(
        eq(sessions.operatorId, operatorId),
        inArray(sessions.engineeringId, [...engineeringIds]),
        gte(sessions.heldOn, from),
        or(ne(sessions.status, 'cancelled'), gte(sessions.updatedAt, calledOffSince)),
      ),
    )
    .orderBy(sessions.heldOn, sessions.id)
  return rows.flatMap(row => withMoment(row))
}
