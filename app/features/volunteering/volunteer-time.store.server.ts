import { and, desc, eq, isNotNull } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { accompaniments, volunteerTime } from '#db/schema/accompaniments.ts'
import type { TenantTx } from '#db/tenant.ts'

export type VolunteerTime = typeof volunteerTime.$inferSelect
type Written = Pick<VolunteerTime, 'accompanimentId' | 'doneOn' | 'volunteer' | 'activity' | 'hours' | 'hourlyRate'>

export async function insertVolunteerTime(tx: TenantTx, operatorId: string, values: Written): Promise<string> {
  const id = newId()
  await tx.insert(volunteerTime).values({ operatorId, id, ...values })
  return id
}

/** The latest first. */
export async function volunteerTimeOf(tx: TenantTx, operatorId: string, accompanimentId: string) {
  return tx
    .select({
      id: volunteerTime.id,
      doneOn: volunteerTime.doneOn,
      volunteer: volunteerTime.volunteer,
      activity: volunteerTime.activity,
      hours: volunteerTime.hours,
      hourlyRate: volunteerTime.hourlyRate,
    })
    .from(volunteerTime)
    .where(and(eq(volunteerTime.operatorId, operatorId), eq(volunteerTime.accompanimentId, accompanimentId)))
    .orderBy(desc(volunteerTime.doneOn), desc(volunteerTime.id))
}

/** What was given to all the accompaniments of an organisation. */
export async function volunteerTimeOfOrganisation(tx: TenantTx, operatorId: string, organisationId: string) {
  return tx
    .select({ hours: volunteerTime.hours, hourlyRate: volunteerTime.hourlyRate })
    .from(volunteerTime)
    .innerJoin(
      accompaniments,
      and(
        eq(accompaniments.operatorId, volunteerTime.operatorId),
        eq(accompaniments.id, volunteerTime.accompanimentId),
      ),
    )
    .where(and(eq(volunteerTime.operatorId, operatorId), eq(accompaniments.organisationId, organisationId)))
}

/** The rate that the operator wrote last: most keep one for the year. */
export async function lastRate(tx: TenantTx, operatorId: string): Promise<number | null> {
  const [row] = await tx
    .select({ hourlyRate: volunteerTime.hourlyRate })
    .from(volunteerTime)
    .where(and(eq(volunteerTime.operatorId, operatorId), isNotNull(volunteerTime.hourlyRate)))
    .orderBy(desc(volunteerTime.createdAt), desc(volunteerTime.id))
    .limit(1)
  return row?.hourlyRate ?? null
}

/** One line of the case of this number, locked. */
export async function lockVolunteerTime(
  tx: TenantTx,
  operatorId: string,
  number: string,
  id: string,
): Promise<VolunteerTime | null> {
  const [row] = await tx
    .select({ time: volunteerTime })
    .from(volunteerTime)
    .innerJoin(
      accompaniments,
      and(
        eq(accompaniments.operatorId, volunteerTime.operatorId),
        eq(accompaniments.id, volunteerTime.accompanimentId),
      ),
    )
    .where(and(eq(volunteerTime.operatorId, operatorId), eq(volunteerTime.id, id), eq(accompaniments.number, number)))
    .for('update', { of: volunteerTime })
  return row?.time ?? null
}

export async function deleteVolunteerTime(tx: TenantTx, operatorId: string, id: string): Promise<void> {
  await tx.delete(volunteerTime).where(and(eq(volunteerTime.operatorId, operatorId), eq(volunteerTime.id, id)))
}
