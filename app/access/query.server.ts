import type { z } from 'zod'
import { type Clock, systemClock } from '#app/kernel/clock.ts'
import type { Day } from '#app/kernel/day.ts'
import { type OpenOperator, type TenantDoor, type TenantTx, withTenant } from '#db/tenant.ts'
import type { Actor } from './actor.ts'
import { actorOf, type ExecuteOptions, type InputSchema, lacksSecondFactor } from './command.server.ts'
import { databaseTrouble } from './database-errors.ts'
import { fieldErrors, type Outcome, Unavailable } from './outcome.ts'

export type QueryContext = { tx: TenantTx; actor: Actor; operator: OpenOperator; now: Date; today: Day }

export type QueryDefinition<S extends InputSchema, Subject, V> = {
  name: string
  input: S
  /** Loads what the right is about; null answers "not found". */
  subject: (ctx: QueryContext, input: z.infer<S>) => Promise<Subject | null>
  allow: (actor: Actor, subject: Subject, input: z.infer<S>) => boolean
  run: (ctx: QueryContext, input: z.infer<S>, subject: Subject) => Promise<V>
  /** For everybody, not only for the roles that always need it: an export. */
  secondFactor?: true
}

const queryBrand: unique symbol = Symbol.for('sillage.query')
export type Query<S extends InputSchema, Subject, V> = QueryDefinition<S, Subject, V> & { readonly [queryBrand]: true }
// biome-ignore lint/suspicious/noExplicitAny: the executor and the guards take every query
export type AnyQuery = Query<any, any, any>

/** Declares a use case that reads one operator's rows. `read` is its only way to run. */
export function defineQuery<S extends InputSchema, Subject, V>(
  definition: QueryDefinition<S, Subject, V>,
): Query<S, Subject, V> {
  return { ...definition, [queryBrand]: true }
}

// biome-ignore lint/suspicious/noExplicitAny: whatever it is asked, it answers this
export type QueryAnswering<V> = Query<any, any, V>

export const isQuery = (value: unknown): value is AnyQuery =>
  typeof value === 'object' && value !== null && queryBrand in value

/** For queries about no particular row: the operator itself is the subject. */
export const theOperator = async (ctx: { operator: OpenOperator }) => ctx.operator

/** Runs a query in a READ ONLY transaction: a reader that writes fails in its first test. */
export async function read<S extends InputSchema, Subject, V>(
  query: Query<S, Subject, V>,
  door: TenantDoor,
  raw: unknown,
  options: Pick<ExecuteOptions, 'clock' | 'systemName'> & { clock?: Clock } = {},
): Promise<Outcome<V>> {
  const parsed = query.input.safeParse(raw)
  if (!parsed.success) return { kind: 'invalid', fields: fieldErrors(parsed.error) }
  const input = parsed.data as z.infer<S>
  try {
    const outcome = await withTenant<Outcome<V>>(door, 'read', options.clock ?? systemClock, async tenant => {
      const actor = actorOf(tenant, door, options)
      if (!actor) return { kind: 'not-found' }
      const ctx = { tx: tenant.tx, actor, operator: tenant.operator, now: tenant.now, today: tenant.today }
      const subject = await query.subject(ctx, input)
      if (subject === null || !query.allow(actor, subject, input)) return { kind: 'not-found' }
      if (lacksSecondFactor(door, tenant, actor, query)) return { kind: 'second-factor' }
      return { kind: 'done', value: await query.run(ctx, input, subject) }
    })
    return outcome ?? { kind: 'not-found' }
  } catch (error) {
    const trouble = databaseTrouble(error)
    if (trouble === 'away' || trouble === 'retry') throw new Unavailable(query.name, { cause: error })
    if (trouble === 'refused') return { kind: 'invalid', fields: { '': ['input.invalid'] } }
    throw error
  }
}
