import type { z } from 'zod'
import { type Clock, systemClock } from '#app/kernel/clock.ts'
import { type IdentityTx, readIdentity } from '#db/identity.ts'
import type { InputSchema } from './command.server.ts'
import { databaseTrouble } from './database-errors.ts'
import type { AccountHolder } from './identity-command.server.ts'
import { fieldErrors, type Outcome, Unavailable } from './outcome.ts'

export type AccountQueryContext = { tx: IdentityTx; holder: AccountHolder; now: Date }
export type AccountQueryDefinition<S extends InputSchema, V> = {
  name: string
  input: S
  run: (ctx: AccountQueryContext, input: z.infer<S>) => Promise<V>
}

const queryBrand: unique symbol = Symbol.for('sillage.account-query')
export type AccountQuery<S extends InputSchema, V> = AccountQueryDefinition<S, V> & { readonly [queryBrand]: true }
// biome-ignore lint/suspicious/noExplicitAny: the guards take every query
export type AnyAccountQuery = AccountQuery<any, any>

/** Declares a reading of a signed-in person about herself. She is its only subject. */
export function defineAccountQuery<S extends InputSchema, V>(
  definition: AccountQueryDefinition<S, V>,
): AccountQuery<S, V> {
  return { ...definition, [queryBrand]: true }
}

export const isAccountQuery = (value: unknown): value is AnyAccountQuery =>
  typeof value === 'object' && value !== null && queryBrand in value

export async function readAccount<S extends InputSchema, V>(
  query: AccountQuery<S, V>,
  holder: AccountHolder,
  raw: unknown,
  { clock = systemClock }: { clock?: Clock } = {},
): Promise<Outcome<V>> {
  const parsed = query.input.safeParse(raw)
  if (!parsed.success) return { kind: 'invalid', fields: fieldErrors(parsed.error) }
  try {
    const value = await readIdentity(tx => query.run({ tx, holder, now: clock() }, parsed.data as z.infer<S>))
    return { kind: 'done', value }
  } catch (error) {
    const trouble = databaseTrouble(error)
    if (trouble === 'away' || trouble === 'retry') throw new Unavailable(query.name, { cause: error })
    throw error
  }
}
