import { createHash } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import type { z } from 'zod'
import { type Clock, systemClock } from '#app/kernel/clock.ts'
import type { Day } from '#app/kernel/day.ts'
import { newId } from '#app/kernel/ids.ts'
import { type Failure, fail, type Result } from '#app/kernel/result.ts'
import { idempotencyKeys } from '#db/schema/journal.ts'
import { users } from '#db/schema/users.ts'
import { type OpenOperator, type OpenTenant, type TenantDoor, type TenantTx, withTenant } from '#db/tenant.ts'
import { type Actor, actorFrom, actorId, needsSecondFactor } from './actor.ts'
import { databaseTrouble } from './database-errors.ts'
import { type DraftOf, endDraft } from './draft-end.server.ts'
import { appendAuditLine, leaveInOutbox, type NewEvent, writeEvent } from './journal.server.ts'
import { Conflict, fieldErrors, Invalid, type Outcome, Unavailable } from './outcome.ts'

export type CommandContext = {
  tx: TenantTx
  actor: Actor
  operator: OpenOperator
  now: Date
  today: Day
  /** Writes history in this transaction. */
  record(event: NewEvent): Promise<void>
  /** Leaves a job in the outbox of this transaction; the same key is left once. */
  enqueue(job: JobContract, payload: Record<string, string>, key: string, availableAt?: Date): Promise<void>
}
export type JobContract = { name: string }

/** An input schema: an object, so that fields of the address can be laid over those of the form. */
// biome-ignore lint/suspicious/noExplicitAny: zod's own bound for "any object schema"
export type InputSchema = z.ZodType<unknown, any>

export type CommandDefinition<S extends InputSchema, Subject, V, F extends Failure> = {
  /** `noun.verb`; what history, metrics and the matrix of rights call it. */
  name: string
  input: S
  /** Loads (and locks) what is acted upon; null answers "not found", whatever the reason. */
  subject: (ctx: CommandContext, input: z.infer<S>) => Promise<Subject | null>
  /** Who may. A refusal looks exactly like "not found". */
  allow: (actor: Actor, subject: Subject, input: z.infer<S>) => boolean
  run: (ctx: CommandContext, input: z.infer<S>, subject: Subject) => Promise<Result<V, F>>
  /** For everybody, not only for the roles that always need it. */
  secondFactor?: true
  /** Only its author ever reads what it changes, and it counts for nothing: no line in the operator's chain. */
  isPrivate?: true
}

const commandBrand: unique symbol = Symbol.for('sillage.command')
export type Command<S extends InputSchema, Subject, V, F extends Failure> = CommandDefinition<S, Subject, V, F> & {
  readonly [commandBrand]: true
}
// biome-ignore lint/suspicious/noExplicitAny: the executor and the guards take every command
export type AnyCommand = Command<any, any, any, any>

/** Declares a use case that changes something of one operator. `execute` is its only way to run. */
export function defineCommand<S extends InputSchema, Subject, V, Tag extends string = never>(
  // The tags and not the failures: of several literals the compiler makes their union, of several objects it does not.
  definition: CommandDefinition<S, Subject, V, Failure<Tag>>,
): Command<S, Subject, V, Failure<Tag>> {
  return { ...definition, [commandBrand]: true }
}

export const isCommand = (value: unknown): value is AnyCommand =>
  typeof value === 'object' && value !== null && commandBrand in value

export type ExecuteOptions = {
  clock?: Clock
  /** The form's key: the same key with the same input answers the same, once (reliability P10). */
  formKey?: string
  /** The draft that the form was kept as while it was typed: gone once it is done. */
  draft?: DraftOf | undefined
  /** Name under which a job acts; only behind the system door. */
  systemName?: string
}

/** Serialisation failures and deadlocks are tried again, three times at most (reliability DUR-06). */
export const maxAttempts = 3

/**
 * Runs a command: one transaction holds the change, its history, its audit line and its outbox rows, or none of them.
 * Throws `Unavailable` when PostgreSQL is away.
 */
export async function execute<S extends InputSchema, Subject, V, F extends Failure>(
  command: Command<S, Subject, V, F>,
  door: TenantDoor,
  raw: unknown,
  options: ExecuteOptions = {},
): Promise<Outcome<V>> {
  const parsed = command.input.safeParse(raw)
  if (!parsed.success) return { kind: 'invalid', fields: fieldErrors(parsed.error) }
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce(command, door, parsed.data as z.infer<S>, options)
    } catch (error) {
      if (error instanceof RolledBack) return error.outcome as Outcome<V>
      if (error instanceof Invalid) return { kind: 'invalid', fields: error.fields }
      if (error instanceof Conflict) return { kind: 'conflict', current: error.current }
      const trouble = databaseTrouble(error)
      if (trouble === 'retry' && attempt < maxAttempts) continue
      if (trouble === 'away' || trouble === 'retry') throw new Unavailable(command.name, { cause: error })
      if (trouble === 'refused') return { kind: 'failed', failure: { tag: 'refused-by-database' } }
      throw error
    }
  }
}

/** Carries an outcome out of a transaction that must not commit. */
class RolledBack extends Error {
  constructor(readonly outcome: Outcome<unknown>) {
    super('rolled back')
  }
}

async function attemptOnce<S extends InputSchema, Subject, V, F extends Failure>(
  command: Command<S, Subject, V, F>,
  door: TenantDoor,
  input: z.infer<S>,
  options: ExecuteOptions,
): Promise<Outcome<V>> {
  const outcome = await withTenant<Outcome<V>>(door, 'write', options.clock ?? systemClock, async tenant => {
    const actor = actorOf(tenant, door, options)
    if (!actor) return { kind: 'not-found' }
    const ctx = await contextFor(tenant, actor)
    const replay = options.formKey ? await claimFormKey(ctx, command.name, options.formKey, input) : null
    if (replay) return replay as Outcome<V>
    const subject = await command.subject(ctx, input)
    if (subject === null || !command.allow(actor, subject, input)) throw new RolledBack({ kind: 'not-found' })
    if (lacksSecondFactor(door, tenant, actor, command)) throw new RolledBack({ kind: 'second-factor' })
    const result = await command.run(ctx, input, subject)
    if (!result.ok) throw new RolledBack({ kind: 'failed', failure: result.failure })
    if (options.formKey) await settleFormKey(ctx, command.name, options.formKey, result.value)
    if (options.draft) await endDraft(ctx, options.draft)
    if (!command.isPrivate) await appendAuditLine(tenant, actor, { command: command.name, subject, input })
    return { kind: 'done', value: result.value }
  })
  return outcome ?? { kind: 'not-found' }
}

export function actorOf(tenant: OpenTenant, door: TenantDoor, options: { systemName?: string }): Actor | null {
  if (door.kind === 'system') return { kind: 'system', name: options.systemName ?? 'worker' }
  if (door.kind === 'visitor') return { kind: 'visitor', requestId: door.requestId }
  if (tenant.link) return { kind: 'contact', link: tenant.link }
  return tenant.userId ? actorFrom(tenant.userId, tenant.grants, tenant.today) : null
}

/** The demonstration's accounts are public, so nothing more is asked of them there. */
export function lacksSecondFactor(
  door: TenantDoor,
  tenant: OpenTenant,
  actor: Actor,
  { secondFactor }: { secondFactor?: true },
): boolean {
  if (door.kind !== 'user' || door.secondFactor || tenant.operator.demonstration) return false
  return secondFactor === true || needsSecondFactor(actor)
}

export async function contextFor(tenant: OpenTenant, actor: Actor): Promise<CommandContext> {
  const name = await actorName(tenant, actor)
  return {
    tx: tenant.tx,
    actor,
    operator: tenant.operator,
    now: tenant.now,
    today: tenant.today,
    record: event => writeEvent(tenant, actor, name, event),
    enqueue: (job, payload, key, availableAt) => leaveInOutbox(tenant, job.name, payload, key, availableAt),
  }
}

/** History keeps the name as it was that day. */
async function actorName(tenant: OpenTenant, actor: Actor): Promise<string> {
  if (actor.kind === 'system') return actor.name
  if (actor.kind === 'contact') return 'personal-link'
  if (actor.kind === 'visitor') return 'public-form'
  const [row] = await tenant.tx.select({ name: users.name }).from(users).where(eq(users.id, actor.userId))
  return row?.name ?? ''
}

/** First writer wins; a second waits for its commit, then answers the same (unique key, not a lock of ours). */
async function claimFormKey(
  ctx: CommandContext,
  command: string,
  key: string,
  input: unknown,
): Promise<Outcome<unknown> | null> {
  const inputHash = createHash('sha256').update(JSON.stringify(input)).digest('hex')
  const mine = { operatorId: ctx.operator.id, command, actorId: actorId(ctx.actor), key }
  const claimed = await ctx.tx
    .insert(idempotencyKeys)
    .values({ ...mine, id: newId(), inputHash })
    .onConflictDoNothing()
    .returning({ id: idempotencyKeys.id })
  if (claimed.length > 0) return null
  const [known] = await ctx.tx
    .select({ inputHash: idempotencyKeys.inputHash, answer: idempotencyKeys.answer })
    .from(idempotencyKeys)
    .where(sameKey(mine))
  if (known?.inputHash === inputHash) return { kind: 'done', value: known.answer }
  return { kind: 'failed', failure: fail('form-already-sent').failure }
}

async function settleFormKey(ctx: CommandContext, command: string, key: string, answer: unknown): Promise<void> {
  const mine = { operatorId: ctx.operator.id, command, actorId: actorId(ctx.actor), key }
  await ctx.tx
    .update(idempotencyKeys)
    .set({ answer: answer ?? null })
    .where(sameKey(mine))
}

const sameKey = (mine: { operatorId: string; command: string; actorId: string; key: string }) =>
  and(
    eq(idempotencyKeys.operatorId, mine.operatorId),
    eq(idempotencyKeys.command, mine.command),
    eq(idempotencyKeys.actorId, mine.actorId),
    eq(idempotencyKeys.key, mine.key),
  )
