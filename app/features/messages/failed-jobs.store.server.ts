import { and, desc, eq, isNull } from 'drizzle-orm'
import { failedJobs } from '#db/schema/journal.ts'
import type { TenantTx } from '#db/tenant.ts'

export type FailedJob = typeof failedJobs.$inferSelect

/** Jobs that were given up and that nobody has settled, the latest first. */
export function openFailedJobs(tx: TenantTx, operatorId: string): Promise<FailedJob[]> {
  return tx
    .select()
    .from(failedJobs)
    .where(and(eq(failedJobs.operatorId, operatorId), isNull(failedJobs.settledAt)))
    .orderBy(desc(failedJobs.at), desc(failedJobs.id))
    .limit(200)
}

export async function lockFailedJob(tx: TenantTx, operatorId: string, id: string): Promise<FailedJob | null> {
  const [row] = await tx
    .select()
    .from(failedJobs)
    .where(and(eq(failedJobs.operatorId, operatorId), eq(failedJobs.id, id)))
    .for('update')
  return row ?? null
}

export async function markFailedJobSettled(tx: TenantTx, operatorId: string, id: string, at: Date): Promise<void> {
  await tx
    .update(failedJobs)
    .set({ settledAt: at })
    .where(and(eq(failedJobs.operatorId, operatorId), eq(failedJobs.id, id)))
}
