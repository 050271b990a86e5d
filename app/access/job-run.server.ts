import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Clock } from '#app/kernel/clock.ts'
import { newId } from '#app/kernel/ids.ts'
import { failedJobs, outbox } from '#db/schema/journal.ts'
import { type OpenTenant, withTenant } from '#db/tenant.ts'
import { Permanent } from './outcome.ts'

/** The row of the outbox from which a job came: what it has become is written there, whatever the queue remembers. */
export type JobRow = { operatorId: string; outboxId: string }

const row = ({ operatorId, outboxId }: JobRow) => and(eq(outbox.operatorId, operatorId), eq(outbox.id, outboxId))

/** Counts the attempt and commits before the job runs; null when the job is settled already. */
export function beginJob(job: JobRow, clock: Clock): Promise<{ attempts: number } | null> {
  return asSystem(job.operatorId, clock, async ({ tx }) => {
    const [begun] = await tx
      .update(outbox)
      .set({ attempts: sql`${outbox.attempts} + 1` })
      .where(and(row(job), isNull(outbox.settledAt)))
      .returning({ attempts: outbox.attempts })
    return begun ?? null
  })
}

export async function settleJob(job: JobRow, clock: Clock): Promise<void> {
  await asSystem(job.operatorId, clock, async ({ tx, now }) => {
    await tx
      .update(outbox)
      .set({ settledAt: now })
      .where(and(row(job), isNull(outbox.settledAt)))
  })
}

/** Gives the job back to the relay, to be handed over again after the delay. */
export async function postponeJob(job: JobRow, delayMs: number, clock: Clock): Promise<void> {
  await asSystem(job.operatorId, clock, async ({ tx, now }) => {
    await tx
      .update(outbox)
      .set({ relayedAt: null, availableAt: new Date(now.getTime() + delayMs) })
      .where(and(row(job), isNull(outbox.settledAt)))
  })
}

export type GivenUp = {
  operatorId: string
  outboxId?: string | undefined
  job: string
  payload: Record<string, string>
  reason: string
  attempts: number
}

/** Ends a job that cannot be done; a person will find it among the failed jobs, with its reason. */
export async function giveUpJob(given: GivenUp, clock: Clock): Promise<void> {
  const { operatorId, outboxId, job, payload, reason, attempts } = given
  await asSystem(operatorId, clock, async ({ tx, now }) => {
    if (outboxId) {
      const settled = await tx
        .update(outbox)
        .set({ settledAt: now })
        .where(and(row({ operatorId, outboxId }), isNull(outbox.settledAt)))
        .returning({ id: outbox.id })
      if (settled.length === 0) return
    }
    await tx
      .insert(failedJobs)
      .values({ operatorId, id: newId(), job, payload, reason: reason.slice(0, 2000), attempts, at: now })
  })
}

async function asSystem<T>(operatorId: string, clock: Clock, fn: (tenant: OpenTenant) => Promise<T>): Promise<T> {
  const done = await withTenant({ kind: 'system', operatorId }, 'write', clock, async tenant => ({
    value: await fn(tenant),
  }))
  if (!done) throw new Permanent(`no operator ${operatorId}`)
  return done.value
}
