import type { z } from 'zod'
import { type Clock, systemClock } from '#app/kernel/clock.ts'
import { withTenant } from '#db/tenant.ts'
import { type CommandContext, contextFor, type InputSchema, maxAttempts } from './command.server.ts'
import { databaseTrouble } from './database-errors.ts'
import { appendAuditLine } from './journal.server.ts'
import { Permanent, Unavailable } from './outcome.ts'
import { SharedByKey } from './shared-transaction.ts'

/** What is done once for all that a transaction changed, before it commits: `items` are those that its steps named. */
export type AtEnd<T> = (ctx: CommandContext, items: readonly T[]) => Promise<void>

export type EffectContext = CommandContext & {
  /** Names one more thing for what is done at the end of this transaction. */
  atEnd<T>(work: AtEnd<T>, item: T): void
}

export type EffectSteps = {
  operatorId: string
  /**
   * One transaction of the operator, as the system. It ends before the next step begins: nothing is held open while the
   * outside world answers. A step that writes history also adds a line to the operator's chain.
   */
  transaction<T>(fn: (ctx: EffectContext) => Promise<T>): Promise<T>
  /**
   * The same in a transaction that steps of this kind share when they are asked for at once, whatever row each is `about`
   * (`SharedTransactions`): they run side by side there, and one about a row never beside another about the same.
   */
  sharedTransaction<T>(about: string, fn: (ctx: EffectContext) => Promise<T>): Promise<T>
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
  const transaction: EffectSteps['transaction'] = fn => systemTransaction(name, operatorId, clock, fn)
  return {
    operatorId,
    transaction,
    sharedTransaction: (about, fn) => sharedAt(clock).add(`${name} ${operatorId}`, transaction, about, fn),
  }
}

/** By effect and operator, for those whose day is the same. */
const sharing = new WeakMap<Clock, SharedByKey<EffectContext>>()

function sharedAt(clock: Clock): SharedByKey<EffectContext> {
  const known = sharing.get(clock) ?? new SharedByKey<EffectContext>()
  sharing.set(clock, known)
  return known
}

async function systemTransaction<T>(
  name: string,
  operatorId: string,
  clock: Clock,
  fn: (ctx: EffectContext) => Promise<T>,
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
        const atEnd = new Map<AtEnd<unknown>, unknown[]>()
        const whole: EffectContext = {
          ...ctx,
          record,
          atEnd: (work, item) => {
            const items = atEnd.get(work as AtEnd<unknown>) ?? []
            atEnd.set(work as AtEnd<unknown>, [...items, item])
          },
        }
        const value = await fn(whole)
        for (const [work, items] of atEnd) await work(whole, items)
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
