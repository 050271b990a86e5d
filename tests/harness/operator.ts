import { test as base } from 'vitest'
import { type AnyCommand, type ExecuteOptions, execute } from '#app/access/command.server.ts'
import type { Outcome } from '#app/access/outcome.ts'
import { type AnyQuery, read } from '#app/access/query.server.ts'
import { sha256 } from '#app/access/sha256.server.ts'
import { provideEnvironment } from '#app/env.server.ts'
import { installProgrammes } from '#app/features/programmes/programmes.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { closeDatabase, configureDatabase, database } from '#db/client.ts'
import { type GrantKind, grants, operators } from '#db/schema/operators.ts'
import { users } from '#db/schema/users.ts'
import { type OpenTenant, type TenantDoor, withTenant } from '#db/tenant.ts'
import { SECRET as testSecret } from './connection.ts'
import { cloneDatabase } from './database.ts'

/** The day on which tests take place, a Thursday at ten in the morning in Paris. */
export const testDay = '2026-03-12'
export const testClock = () => new Date(`${testDay}T09:00:00Z`)

type CommandInput<C> = C extends { input: { _zod: { input: infer I } } } ? I : never
type CommandValue<C> = C extends { run: (...args: never[]) => Promise<infer R> }
  ? R extends { ok: true; value: infer V }
    ? V
    : never
  : never
type QueryValue<Q> = Q extends { run: (...args: never[]) => Promise<infer V> } ? V : never

/** Somebody who acts: a user's door on an operator, a link's, or the system's. */
export class TestActor {
  constructor(
    readonly door: TenantDoor,
    readonly userId: string,
  ) {}

  run<C extends AnyCommand>(
    command: C,
    input: CommandInput<C> | Record<string, unknown>,
    options: ExecuteOptions = {},
  ): Promise<Outcome<CommandValue<C>>> {
    return execute(command, this.door, input, { clock: testClock, ...options })
  }

  read<Q extends AnyQuery>(
    query: Q,
    input: Record<string, unknown> = {},
    clock = testClock,
  ): Promise<Outcome<QueryValue<Q>>> {
    return read(query, this.door, input, { clock })
  }

  /** The same person at another operator's door. */
  at(operator: TestOperator): TestActor {
    return new TestActor(
      { kind: 'user', userId: this.userId, operatorSlug: operator.slug, secondFactor: true },
      this.userId,
    )
  }

  /** The value of a command that must succeed; says why when it does not. */
  async must<C extends AnyCommand>(
    command: C,
    input: CommandInput<C> | Record<string, unknown>,
    options: ExecuteOptions = {},
  ): Promise<CommandValue<C>> {
    const outcome = await this.run(command, input, options)
    if (outcome.kind !== 'done') throw new Error(`${command.name}: ${JSON.stringify(outcome)}`)
    return outcome.value
  }
}

export class TestOperator {
  constructor(
    readonly id: string,
    readonly slug: string,
  ) {}

  /** A new user with a grant on this operator. */
  async user(
    kind: GrantKind,
    { subjectId = null, fromOn = '2020-01-01', toOn = null, name = `${kind} ${newId().slice(-4)}` }: GrantOptions = {},
  ): Promise<TestActor> {
    const userId = newId()
    await database('identity')
      .insert(users)
      .values({ id: userId, name, email: `${userId}@test.example`, emailVerified: true })
    return this.grant(userId, kind, { subjectId, fromOn, toOn })
  }

  /** Another grant for a known user. */
  async grant(
    userId: string,
    kind: GrantKind,
    { subjectId = null, fromOn = '2020-01-01', toOn = null }: GrantOptions = {},
  ): Promise<TestActor> {
    await this.inside(({ tx, operator }) =>
      tx.insert(grants).values({ operatorId: operator.id, id: newId(), userId, kind, subjectId, fromOn, toOn }),
    )
    return new TestActor({ kind: 'user', userId, operatorSlug: this.slug, secondFactor: true }, userId)
  }

  practitioner = () => this.user('practitioner')
  manager = () => this.user('manager')
  consultant = (engineeringId: string, dates: Pick<GrantOptions, 'fromOn' | 'toOn'> = {}) =>
    this.user('consultant', { subjectId: engineeringId, ...dates })
  funder = (agreementId: string) => this.user('funder', { subjectId: agreementId })
  network = () => this.user('network')
  system = () => new TestActor({ kind: 'system', operatorId: this.id }, '')
  stranger = () => new TestActor({ kind: 'user', userId: newId(), operatorSlug: this.slug, secondFactor: true }, '')
  visitor = () => new TestActor({ kind: 'visitor', operatorSlug: this.slug, requestId: newId() }, '')
  contact = (token: string) => new TestActor({ kind: 'link', tokenHash: sha256(token) }, '')

  /** A transaction of this operator as the system, for factories and for looking at rows. */
  async inside<T>(fn: (tenant: OpenTenant) => Promise<T>): Promise<T> {
    const value = await withTenant<{ done: T }>(
      { kind: 'system', operatorId: this.id },
      'write',
      testClock,
      async tenant => ({ done: await fn(tenant) }),
    )
    if (!value) throw new Error('no such operator')
    return value.done
  }
}

type GrantOptions = { subjectId?: string | null; fromOn?: string; toOn?: string | null; name?: string }

export async function createOperator(): Promise<TestOperator> {
  const id = newId()
  const slug = `op-${id.slice(-12)}`
  await database('worker')
    .insert(operators)
    .values({ id, slug, name: `Opérateur ${id.slice(-4)}`, department: '45' })
  const operator = new TestOperator(id, slug)
  await operator.inside(({ tx }) => installProgrammes(tx, id))
  return operator
}

/**
 * The database project's `test`: one database per file, cloned from the template, and a new operator per test.
 * Nothing is cleaned: a row of another operator must not matter.
 */
export const test = base.extend<{ operator: TestOperator; foreign: TestOperator; databaseUrl: string }>({
  databaseUrl: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads the first argument's pattern
    async ({}, use) => {
      const { url, urls, drop } = await cloneDatabase()
      provideEnvironment({
        DATABASE_URL: url,
        APP_SECRET: testSecret,
        NODE_ENV: 'test',
        LOG_LEVEL: 'silent',
        DATABASE_WEB_URL: '',
        PUBLIC_URL: 'http://localhost:3000',
      })
      configureDatabase(urls)
      await use(url)
      await closeDatabase()
      await drop()
    },
    { scope: 'file', auto: true },
  ],
  operator: async ({ databaseUrl: _ready }, use) => {
    await use(await createOperator())
  },
  foreign: async ({ databaseUrl: _ready }, use) => {
    await use(await createOperator())
  },
})
