import type { z } from 'zod'
import { type Clock, systemClock } from '#app/kernel/clock.ts'
import type { Failure, Result } from '#app/kernel/result.ts'
import { type IdentityTx, writeIdentity } from '#db/identity.ts'
import { type AttemptLimit, addressRange, giveBackAttempts, remember, takeAttempts } from './attempts.server.ts'
import type { InputSchema } from './command.server.ts'
import { databaseTrouble } from './database-errors.ts'
import { fieldErrors, type Outcome, Unavailable } from './outcome.ts'

export type { IdentityTx }

/** Who knocks, before anybody knows who it is. */
export type Visitor = {
  /** The client's address as the server sees it; one subscriber's range for IPv6. */
  address: string
  /** The headers of her request: its cookies, her browser. */
  headers: Headers
  locale: string
}

/** Who is signed in, outside any operator. */
export type AccountHolder = {
  userId: string
  signInId: string
  name: string
  email: string
  openedAt: Date
  /** When she proved a second factor in this sign-in. */
  secondFactorAt: Date | null
}

export type PublicContext = {
  visitor: Visitor
  now: Date
  /** Hashing and mailing take long: they stand outside, so that no connection waits for them. */
  transaction<T>(fn: (tx: IdentityTx) => Promise<T>): Promise<T>
  /** `Set-Cookie` lines of the answer. */
  setCookies(lines: readonly string[]): void
  /** Done once the answer has left, so that its time says nothing: a mail to an address that may be nobody's. */
  afterwards(work: () => Promise<void>): void
}
export type AccountContext = PublicContext & { holder: AccountHolder }

type Limits<I, Who> = (input: I, who: Who) => readonly AttemptLimit[]

export type PublicDefinition<S extends InputSchema, V, F extends Failure> = {
  /** `noun.verb`; what metrics and the guards call it. */
  name: string
  input: S
  /** What is counted before it runs; refused tries answer alike whether the account exists or not. */
  limits: Limits<z.infer<S>, Visitor>
  /** On success, what the limits make an exception of from now on. */
  remembers?: (input: z.infer<S>, who: Visitor) => readonly [string, ...string[]]
  run: (ctx: PublicContext, input: z.infer<S>) => Promise<Result<V, F>>
}
export type AccountDefinition<S extends InputSchema, V, F extends Failure> = {
  name: string
  input: S
  limits?: Limits<z.infer<S>, AccountHolder>
  run: (ctx: AccountContext, input: z.infer<S>) => Promise<Result<V, F>>
}

const identityBrand: unique symbol = Symbol.for('sillage.identity-command')
type Branded<Kind> = { readonly [identityBrand]: Kind }
export type PublicCommand<S extends InputSchema, V, F extends Failure> = PublicDefinition<S, V, F> & Branded<'public'>
export type AccountCommand<S extends InputSchema, V, F extends Failure> = AccountDefinition<S, V, F> &
  Branded<'account'>
// biome-ignore lint/suspicious/noExplicitAny: the guards take every command
export type AnyIdentityCommand = PublicCommand<any, any, any> | AccountCommand<any, any, any>

/** Declares a use case of somebody who is not signed in: signing in, asking for a code. */
export function definePublicCommand<S extends InputSchema, V, Tag extends string = never>(
  definition: PublicDefinition<S, V, Failure<Tag>>,
): PublicCommand<S, V, Failure<Tag>> {
  return { ...definition, [identityBrand]: 'public' }
}

/** Declares a use case of a signed-in person about herself: her password, her sign-ins. She is its only subject. */
export function defineAccountCommand<S extends InputSchema, V, Tag extends string = never>(
  definition: AccountDefinition<S, V, Failure<Tag>>,
): AccountCommand<S, V, Failure<Tag>> {
  return { ...definition, [identityBrand]: 'account' }
}

export const isIdentityCommand = (value: unknown): value is AnyIdentityCommand =>
  typeof value === 'object' && value !== null && identityBrand in value

// biome-ignore lint/suspicious/noExplicitAny: as above
export const isAccountCommand = (command: AnyIdentityCommand): command is AccountCommand<any, any, any> =>
  command[identityBrand] === 'account'

/** What happened, what the answer carries, and what is left to do once it has left. */
export type IdentityAnswer<V> = {
  outcome: Outcome<V>
  cookies: readonly string[]
  afterwards: readonly (() => Promise<void>)[]
}

type Options = { clock?: Clock }

/** Runs a command of a visitor: parses, counts, runs. Throws `Unavailable` when PostgreSQL is away. */
export async function executePublic<S extends InputSchema, V, F extends Failure>(
  command: PublicCommand<S, V, F>,
  knocking: Visitor,
  raw: unknown,
  { clock = systemClock }: Options = {},
): Promise<IdentityAnswer<V>> {
  const visitor = { ...knocking, address: addressRange(knocking.address) }
  return run(command.name, command.input, raw, async (input, answer) => {
    const limits = command.limits(input, visitor)
    return counted(limits, clock, async () => {
      const result = await command.run(contextOf(visitor, clock(), answer), input)
      const known = result.ok && command.remembers?.(input, visitor)
      if (known) await writeIdentity(tx => remember(tx, known, clock()))
      return result
    })
  })
}

export async function executeAccount<S extends InputSchema, V, F extends Failure>(
  command: AccountCommand<S, V, F>,
  visitor: Visitor,
  holder: AccountHolder,
  raw: unknown,
  { clock = systemClock }: Options = {},
): Promise<IdentityAnswer<V>> {
  return run(command.name, command.input, raw, async (input, answer) =>
    counted(command.limits?.(input, holder) ?? [], clock, () =>
      command.run({ ...contextOf(visitor, clock(), answer), holder }, input),
    ),
  )
}

type Answer = { cookies: string[]; afterwards: (() => Promise<void>)[] }

function contextOf(visitor: Visitor, now: Date, answer: Answer): PublicContext {
  return {
    visitor,
    now,
    transaction: writeIdentity,
    setCookies: lines => void answer.cookies.push(...lines),
    afterwards: work => void answer.afterwards.push(work),
  }
}

/** Tries that are refused are not run, and those that succeed give back what counts failures only. */
async function counted<V>(
  limits: readonly AttemptLimit[],
  clock: Clock,
  work: () => Promise<Result<V>>,
): Promise<Result<V>> {
  const spent = limits.length > 0 ? await writeIdentity(tx => takeAttempts(tx, limits, clock())) : null
  if (spent) return { ok: false, failure: { tag: spent.refusal, params: { minutes: spent.minutes } } }
  const result = await work()
  if (result.ok && limits.length > 0) await writeIdentity(tx => giveBackAttempts(tx, limits))
  return result
}

async function run<S extends InputSchema, V>(
  name: string,
  schema: S,
  raw: unknown,
  work: (input: z.infer<S>, answer: Answer) => Promise<Result<V>>,
): Promise<IdentityAnswer<V>> {
  const parsed = schema.safeParse(raw)
  if (!parsed.success)
    return { outcome: { kind: 'invalid', fields: fieldErrors(parsed.error) }, cookies: [], afterwards: [] }
  const answer: Answer = { cookies: [], afterwards: [] }
  try {
    const result = await work(parsed.data as z.infer<S>, answer)
    if (!result.ok)
      return { outcome: { kind: 'failed', failure: result.failure }, cookies: [], afterwards: answer.afterwards }
    return { outcome: { kind: 'done', value: result.value }, ...answer }
  } catch (error) {
    const trouble = databaseTrouble(error)
    if (trouble === 'away' || trouble === 'retry') throw new Unavailable(name, { cause: error })
    if (trouble === 'refused')
      return { outcome: { kind: 'failed', failure: { tag: 'refused-by-database' } }, cookies: [], afterwards: [] }
    throw error
  }
}
