import type { z } from 'zod'
import type { Clock } from '#app/kernel/clock.ts'
import type { JobContract } from '#app/kernel/job.ts'

/** Does a job, or answers why its payload is not one: then trying again is useless. */
export type Handler = (operatorId: string, raw: unknown, clock: Clock) => Promise<'done' | 'malformed'>

/** Reads the ids of a job by its contract, then does it. */
export function handles<S extends z.ZodType<Record<string, string>>>(
  contract: JobContract<string, S>,
  run: (operatorId: string, payload: z.infer<S>, clock: Clock) => Promise<unknown>,
): Handler {
  return async (operatorId, raw, clock) => {
    const payload = contract.payload.safeParse(raw)
    if (!payload.success) return 'malformed'
    await run(operatorId, payload.data, clock)
    return 'done'
  }
}
