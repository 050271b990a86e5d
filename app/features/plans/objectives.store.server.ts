import { and, asc, eq, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { planActions } from '#db/schema/accompaniments.ts'
import { planObjectives } from '#db/schema/objectives.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { Objective } from './objective.ts'

const t = planObjectives
type ObjectiveValues = Omit<Objective, 'id' | 'version'>

export async function objectivesOf(tx: TenantTx, operatorId: string, accompanimentId: string): Promise<Objective[]> {
  return tx
    .select({
      id: t.id,
      version: t.version,
      title: t.title,
      unit: t.unit,
      baseline: t.baseline,
      target: t.target,
      reached: t.reached,
      dueOn: t.dueOn,
    })
    .from(t)
    .where(and(eq(t.operatorId, operatorId), eq(t.accompanimentId, accompanimentId)))
    .orderBy(asc(t.position), asc(t.createdAt), asc(t.id))
}

export async function insertObjective(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
  values: ObjectiveValues,
): Promise<string> {
  const id = newId()
  await tx.insert(t).values({ operatorId, id, accompanimentId, ...values })
  return id
}

/** False when the version has moved. */
export async function updateObjective(
  tx: TenantTx,
  operatorId: string,
  { id, version }: { id: string; version: number },
  values: ObjectiveValues,
): Promise<boolean> {
  const rows = await tx
    .update(t)
    .set({ ...values, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(t.operatorId, operatorId), eq(t.id, id), eq(t.version, version)))
    .returning({ id: t.id })
  return rows.length > 0
}

/** The actions that served it serve none. */
export async function deleteObjective(tx: TenantTx, operatorId: string, id: string): Promise<void> {
  await tx
    .update(planActions)
    .set({ objectiveId: null, version: sql`${planActions.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(planActions.operatorId, operatorId), eq(planActions.objectiveId, id)))
  await tx.delete(t).where(and(eq(t.operatorId, operatorId), eq(t.id, id)))
}
