import { and, eq, inArray } from 'drizzle-orm'
import { newId } from '#app/kernel/ids.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { PlannedWave } from './wave-plan.ts'
import type { Wave } from './waves.ts'

export async function wavesOfCase(tx: TenantTx, operatorId: string, accompanimentId: string): Promise<Wave[]> {
  const rows = await tx
    .select({ wave: followUps.wave })
    .from(followUps)
    .where(and(eq(followUps.operatorId, operatorId), eq(followUps.accompanimentId, accompanimentId)))
  return rows.map(({ wave }) => wave)
}

export async function insertFollowUps(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
  planned: readonly PlannedWave[],
): Promise<void> {
  if (planned.length === 0) return
  await tx
    .insert(followUps)
    .values(planned.map(wave => ({ operatorId, id: newId(), accompanimentId, ...wave, state: 'planned' as const })))
}

/** Nobody is asked any more about a case that has ended. */
export async function cancelWaitingFollowUps(tx: TenantTx, operatorId: string, accompanimentId: string): Promise<void> {
  await tx
    .update(followUps)
    .set({ state: 'cancelled' })
    .where(
      and(
        eq(followUps.operatorId, operatorId),
        eq(followUps.accompanimentId, accompanimentId),
        inArray(followUps.state, ['planned', 'sent', 'reminded']),
      ),
    )
}
