import { beginJob, giveUpJob, postponeJob, settleJob } from '#app/access/job-run.server.ts'
import { Permanent } from '#app/access/outcome.ts'
import { isJobName } from '#app/jobs/catalogue.ts'
import type { Clock } from '#app/kernel/clock.ts'
import type { JobData } from './queues.ts'
import { registry } from './registry.ts'

/** Attempts of a job, those of workers that died on it included. */
const maxAttempts = 5

/** The workers' clock, and the minute by which they live. */
export type Pace = { clock: Clock; minuteMs: number }
export type JobEnd = 'done' | 'already-done' | 'postponed' | 'given-up'

/**
 * Does one job that came from the queue. What becomes of it is written in PostgreSQL: done, to be tried again later, or
 * given up and shown with its reason. Throws only when that cannot be written; the relay then hands the job over again.
 */
export async function runJob(name: string, data: JobData, { clock, minuteMs }: Pace): Promise<JobEnd> {
  const { operatorId, outboxId, payload } = data
  const row = outboxId ? { operatorId, outboxId } : null
  const begun = row ? await beginJob(row, clock) : { attempts: 1 }
  if (!begun) return 'already-done'
  const giveUp = (reason: string) =>
    giveUpJob({ operatorId, outboxId, job: name, payload, reason, attempts: begun.attempts }, clock)
  if (!isJobName(name)) {
    await giveUp('unknown job')
    return 'given-up'
  }
  if (begun.attempts > maxAttempts) {
    await giveUp('its worker died each time')
    return 'given-up'
  }
  try {
    const end = await registry[name](operatorId, payload, clock)
    if (end === 'malformed') throw new Permanent('malformed payload')
    if (row) await settleJob(row, clock)
    return 'done'
  } catch (error) {
    const reason = reasonOf(error)
    // A job without a row is one of the sweeps: the next tick makes it again.
    if (!row && !(error instanceof Permanent)) throw error
    if (!row || error instanceof Permanent || begun.attempts >= maxAttempts) {
      await giveUp(reason)
      return 'given-up'
    }
    await postponeJob(row, minuteMs * 2 ** (begun.attempts - 1), clock)
    return 'postponed'
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof Permanent) return error.message
  return error instanceof Error ? `${error.name}: ${error.message}` : 'unknown error'
}
