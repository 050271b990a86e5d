import { and, asc, eq, gte, lte, or, sql } from 'drizzle-orm'
import type { Day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { absences } from '#db/schema/operators.ts'
import type { TenantTx } from '#db/tenant.ts'

export type Absence = { id: string; userId: string; delegateId: string; fromOn: string; toOn: string }

const absence = {
  id: absences.id,
  userId: absences.userId,
  delegateId: absences.delegateId,
  fromOn: absences.fromOn,
  toOn: absences.toOn,
}

/** Those of today and those to come. */
export function absencesFrom(tx: TenantTx, operatorId: string, today: Day): Promise<Absence[]> {
  return tx
    .select(absence)
    .from(absences)
    .where(and(eq(absences.operatorId, operatorId), gte(absences.toOn, today)))
    .orderBy(asc(absences.fromOn))
}

export async function absenceById(tx: TenantTx, operatorId: string, id: string): Promise<Absence | null> {
  const [row] = await tx
    .select(absence)
    .from(absences)
    .where(and(eq(absences.operatorId, operatorId), eq(absences.id, id)))
  return row ?? null
}

/** One absence of a person at a time is looked at and written. */
export async function lockAbsences(tx: TenantTx, operatorId: string, userId: string): Promise<void> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`absences:${operatorId}:${userId}`}, 0))`)
}

/** Another absence of the same person that shares a day with this one. */
export async function hasAbsenceWithin(
  tx: TenantTx,
  operatorId: string,
  { userId, fromOn, toOn }: { userId: string; fromOn: Day; toOn: Day },
): Promise<boolean> {
  const rows = await tx
    .select({ id: absences.id })
    .from(absences)
    .where(
      and(
        eq(absences.operatorId, operatorId),
        eq(absences.userId, userId),
        lte(absences.fromOn, toOn),
        gte(absences.toOn, fromOn),
      ),
    )
  return rows.length > 0
}

export async function addAbsence(tx: TenantTx, operatorId: string, row: Omit<Absence, 'id'>): Promise<string> {
  const id = newId()
  await tx.insert(absences).values({ operatorId, id, ...row })
  return id
}

/** One that has begun ends the day before; one that has not, never was. */
export async function endAbsenceOn(
  tx: TenantTx,
  operatorId: string,
  row: Absence,
  today: Day,
  lastDay: Day,
): Promise<void> {
  const one = and(eq(absences.operatorId, operatorId), eq(absences.id, row.id))
  if (row.fromOn >= today) await tx.delete(absences).where(one)
  else await tx.update(absences).set({ toOn: lastDay }).where(one)
}

/** Nobody stands in for who left, and she stands in for nobody. */
export async function forgetAbsencesOf(tx: TenantTx, operatorId: string, userId: string, today: Day): Promise<void> {
  await tx
    .delete(absences)
    .where(
      and(
        eq(absences.operatorId, operatorId),
        or(eq(absences.userId, userId), eq(absences.delegateId, userId)),
        gte(absences.toOn, today),
      ),
    )
}
