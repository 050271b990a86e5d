import type { z } from 'zod'
import { type Clock, systemClock } from '#app/kernel/clock.ts'
import { newId } from '#app/kernel/ids.ts'
import type { Failure } from '#app/kernel/result.ts'
import { writeIdentity } from '#db/identity.ts'
import type { TenantDoor } from '#db/tenant.ts'
import { type AttemptLimit, addressRange, takeAttempts } from './attempts.server.ts'
import { type Command, execute, type InputSchema } from './command.server.ts'
import { databaseTrouble } from './database-errors.ts'
import { fieldErrors, type Outcome, Unavailable } from './outcome.ts'

/** Who stands at an operator's public form. */
export type FormVisitor = {
  operatorSlug: string
  /** The client's address as the server sees it; one subscriber's range for IPv6. */
  address: string
}
export type VisitorLimits<I> = (input: I, visitor: FormVisitor) => readonly AttemptLimit[]

/** The door of a visitor: each time another request that she may write, since nothing says that she is the same. */
export const visitorDoor = (operatorSlug: string): TenantDoor => ({
  kind: 'visitor',
  operatorSlug,
  requestId: newId(),
})

/**
 * Runs a command of an operator for somebody whom nobody knows: parses, counts the try, then executes. What is refused by
 * its fields costs her nothing, and writes nothing. Throws `Unavailable` when PostgreSQL is away.
 */
export async function executeForVisitor<S extends InputSchema, Subject, V, F extends Failure>(
  command: Command<S, Subject, V, F>,
  knocking: FormVisitor,
  raw: unknown,
  { clock = systemClock, formKey, limits }: { clock?: Clock; formKey?: string; limits: VisitorLimits<z.infer<S>> },
): Promise<Outcome<V>> {
  const visitor = { ...knocking, address: addressRange(knocking.address) }
  const parsed = command.input.safeParse(raw)
  if (!parsed.success) return { kind: 'invalid', fields: fieldErrors(parsed.error) }
  const spent = await counted(command.name, limits(parsed.data as z.infer<S>, visitor), clock())
  if (spent) return { kind: 'failed', failure: { tag: spent.refusal, params: { minutes: spent.minutes } } }
  return execute(command, visitorDoor(visitor.operatorSlug), raw, { clock, ...(formKey && { formKey }) })
}

async function counted(name: string, limits: readonly AttemptLimit[], now: Date) {
  try {
    return await writeIdentity(tx => takeAttempts(tx, limits, now))
  } catch (error) {
    const trouble = databaseTrouble(error)
    if (trouble === 'away' || trouble === 'retry') throw new Unavailable(name, { cause: error })
    throw error
  }
}
