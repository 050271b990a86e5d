import type { z } from 'zod'
import { type Clock, systemClock } from '#app/kernel/clock.ts'
import { withTenant } from '#db/tenant.ts'
import { type CommandContext, contextFor, type InputSchema, maxAttempts } from './command.server.ts'
import { databaseTrouble } from './database-errors.ts'
import { appendAuditLine } from './journal.server.ts'
import { Permanent, Unavailable } from './outcome.ts'

export type EffectSteps = {
  operatorId: string
  /**
   * One transaction of the operator, as the system. It ends before the next step begins: nothing is held open while the
   * outside world answers. A step that writes history also adds a line to the operator's chain.
   */
  transaction<T>(fn: (ctx: CommandContext) => Promise<T>): Promise<T>
}

export type EffectDefinition<S extends InputSchema, V> = {
  /** `noun.verb`, as for a command. */
  name: string
  input: S
  /** Claims in one transaction, acts on the outside world in none, settles in another. */
  run: (steps: EffectSteps, input: z.infer<S>) => Promise<V>
}

const effectBrand: unique symbol = Symbol.for('sillage.effect')
export type Effect<S extends InputSchema, V> = EffectDefinition<S, V> & { readonly [effectBrand]: true }

/** Declares a use case that talks to the outside world. Only the system runs it. */
export function defineEffect<S extends InputSchema, V>(definition: EffectDefinition<S, V>): Effect<S, V> {
  return { ...definition, [effectBrand]: true }
}

/** Throws `Permanent` when trying again is useless, `Unavailable` when PostgreSQL is away. */
export async function perform<S extends InputSchema, V>(
  effect: Effect<S, V>,
  operatorId: string,
  raw: unknown,
  options: { clock?: Clock } = {},
): Promise<V> {
  const parsed = effect.input.safeParse(raw)
  if (!parsed.success) throw new Permanent(`${effect.name}: malformed input`)
  return effect.run(systemSteps(effect.name, operatorId, options.clock), parsed.data as z.infer<S>)
}

/** Steps for what is done in several operators at once, or in none. */
export function systemSteps(name: string, operatorId: string, clock: Clock = systemClock): EffectSteps {
  return { operatorId, transaction: fn => systemTransaction(name, operatorId, clock, fn) }
}

async function systemTransaction<T>(
  name: string,
  operatorId: string,
  clock: Clock,
  fn: (ctx: CommandContext) => Promise<T>,
): Promise<T> {
  const door = { kind: 'system', operatorId } as const
  const actor = { kind: 'system', name } as const
  for (let attempt = 1; ; attempt++) {
    try {
      const done = await withTenant(door, 'write', clock, async tenant => {
        const ctx = await contextFor(tenant, actor)
        const recorded: unknown[] = []
        const record: CommandContext['record'] = event => {
          recorded.push(event)
          return ctx.record(event)
        }
        const value = await fn({ ...ctx, record })
        if (recorded.length > 0) await appendAuditLine(tenant, actor, { command: name, subject: null, input: recorded })
        return { value }
      })
      if (!done) throw new Permanent(`${name}: no such operator`)
      return done.value
    } catch (error) {
      const trouble = databaseTrouble(error)
      if (trouble === 'retry' && attempt < maxAttempts) continue
      if (trouble === 'away' || trouble === 'retry') throw new Unavailable(name, { cause: error })
      throw error
    }
  }
}
