import { and, eq, inArray, sql } from 'drizzle-orm'
import { day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { followUps } from '#db/schema/follow-ups.ts'
import type { TenantTx } from '#db/tenant.ts'
import type { StandingWave, WaveMove } from './wave-changes.ts'
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

/** The waves of a case as moves look at them, locked: a letter that leaves meanwhile is waited for. */
export async function standingWaves(
  tx: TenantTx,
  operatorId: string,
  accompanimentId: string,
): Promise<StandingWave[]> {
  const rows = await tx
    .select({
      id: followUps.id,
      wave: followUps.wave,
      state: followUps.state,
      plannedOn: followUps.plannedOn,
      pausedDays: followUps.pausedDays,
    })
    .from(followUps)
    .where(and(eq(followUps.operatorId, operatorId), eq(followUps.accompanimentId, accompanimentId)))
    .orderBy(followUps.wave, followUps.id)
    .for('update')
  return rows.map(row => ({ ...row, plannedOn: day(row.plannedOn) }))
}

export async function setWaveDay(tx: TenantTx, operatorId: string, { id, to, pausedDays }: WaveMove): Promise<void> {
  await tx
    .update(followUps)
    .set({ plannedOn: to, pausedDays, version: sql`${followUps.version} + 1`, updatedAt: sql`now()` })
    .where(and(eq(followUps.operatorId, operatorId), eq(followUps.id, id)))
}

const byWave = (rows: { wave: Wave }[]) => rows.map(({ wave }) => wave).sort()

/** Cancels what still waits for an answer; gives those waves. */
export async function cancelWaiting(tx: TenantTx, operatorId: string, accompanimentId: string): Promise<Wave[]> {
  const rows = await tx
    .update(followUps)
    .set({ state: 'cancelled', cancelledFrom: sql`${followUps.state}` })
    .where(
      and(
        eq(followUps.operatorId, operatorId),
        eq(followUps.accompanimentId, accompanimentId),
        inArray(followUps.state, ['planned', 'sent', 'reminded']),
      ),
    )
    .returning({ wave: followUps.wave })
  return byWave(rows)
}

/** What the end of the case had cancelled waits again, as it was then; gives those waves. */
export async function bringBackCancelled(tx: TenantTx, operatorId: string, accompanimentId: string): Promise<Wave[]> {
  const rows = await tx
    .update(followUps)
    .set({ state: sql`coalesce(${followUps.cancelledFrom}, 'planned')`, cancelledFrom: null })
    .where(
      and(
        eq(followUps.operatorId, operatorId),
        eq(followUps.accompanimentId, accompanimentId),
        eq(followUps.state, 'cancelled'),
      ),
    )
    .returning({ wave: followUps.wave })
  return byWave(rows)
}
