import type { z } from 'zod'

/** By resource, not by feature: mail waits for a server, work is short, reports hold a processor. */
export const queueNames = ['mail', 'work', 'reports'] as const
export type QueueName = (typeof queueNames)[number]

/** Ids only: what a job carries can be read by whoever reads the queue. */
type Ids = z.ZodType<Record<string, string>>

/**
 * What a job is called, where it waits and which ids it carries. Fields are only ever added, and optional: jobs of the
 * release before are still waiting.
 */
export type JobContract<Name extends string = string, S extends Ids = Ids> = {
  name: Name
  queue: QueueName
  payload: S
}

export function defineJob<const Name extends string, S extends Ids>(
  contract: JobContract<Name, S>,
): JobContract<Name, S> {
  return contract
}
