import { and, asc, eq, sql } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { planActions } from '#db/schema/accompaniments.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { ActionValues, PlanAction } from './action.ts'

export async function planOf(tx: TenantTx, operatorId: string, accompanimentId: string): Promise<PlanAction[]> {
  return tx
    .select()
    .from(planActions)
    .where(and(eq(planActions.operatorId, operatorId), eq(planActions.accompanimentId, accompanimentId)))
    .orderBy(asc(planActions.position), asc(planActions.id))
}

/** Last of the plan. */
export async function insertAction(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
  values: ActionValues & { fromSessionId?: string },
): Promise<string> {
  const id = newId()
  await tx.insert(planActions).values({
    operatorId,
    id,
    accompanimentId,
    ...values,
    position: sql`(
      select coalesce(max(known.position), 0) + 1 from ${planActions} as known
      where known.operator_id = ${operatorId} and known.accompaniment_id = ${accompanimentId})`,
  })
  return id
}

/** False when the version has moved. */
export async function updateAction(
  tx: TenantTx,
  operatorId: string,
  id: string,
  version: number,
  values: ActionValues & Pick<PlanAction, 'status'>,
): Promise<boolean> {
  const rows = await tx
    .update(planActions)
    .set({ ...values, version: version + 1, updatedAt: sql`now()` })
    .where(and(eq(planActions.operatorId, operatorId), eq(planActions.id, id), eq(planActions.version, version)))
    .returning({ id: planActions.id })
  return rows.length > 0
}

/** Writes the order of the plan; the order is of no version, since moving a line loses no text. */
export async function orderPlan(tx: TenantTx, operatorId: string, ids: readonly string[]): Promise<void> {
  for (const [index, id] of ids.entries())
    await tx
      .update(planActions)
      .set({ position: index + 1 })
      .where(and(eq(planActions.operatorId, operatorId), eq(planActions.id, id)))
}
