import { and, eq, sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { isMember } from '#app/access/actor.ts'
import { defineCommand, execute } from '#app/access/command.server.ts'
import { Unavailable } from '#app/access/outcome.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { object } from '#app/kernel/input.ts'
import { ok } from '#app/kernel/result.ts'
import { closeDatabase, configureDatabase } from '#db/client.ts'
import { roleUrl, runtimeRoles } from '#db/roles.ts'
import { outbox } from '#db/schema/journal.ts'
import { organisations } from '#db/schema/organisations.ts'
import { SECRET, withClient } from '../../harness/connection.ts'
import { inDemonstration } from '../../harness/demonstration.ts'
import { TestActor, type TestOperator, test, testClock } from '../../harness/operator.ts'
import { anOrganisation, rename, traces } from '../../harness/renaming.ts'

describe('a command', () => {
  test('leaves its change, its history, its audit line and its job together', async ({ operator }) => {
    const organisationId = await anOrganisation(operator)
    const outcome = await (await operator.practitioner()).run(rename, { organisationId, name: 'Après', version: 1 })
    expect(outcome).toEqual({ kind: 'done', value: { version: 2 } })
    expect(await traces(operator)).toEqual({ names: ['Après'], events: 1, outbox: 1, audit: 1 })
  })

  test.for(['refuse', 'break'])('leaves nothing when its rule says %s', async (name, { operator }) => {
    const organisationId = await anOrganisation(operator)
    const practitioner = await operator.practitioner()
    const outcome = await practitioner.run(rename, { organisationId, name, version: 1 }).catch(() => 'thrown')
    expect(outcome).toEqual(name === 'break' ? 'thrown' : { kind: 'failed', failure: { tag: 'form-already-sent' } })
    expect(await traces(operator)).toEqual({ names: ['Avant'], events: 0, outbox: 0, audit: 0 })
  })

  test('that loses the race shows what stands, and overwrites nothing', async ({ operator }) => {
    const organisationId = await anOrganisation(operator)
    const practitioner = await operator.practitioner()
    await practitioner.must(rename, { organisationId, name: 'Première', version: 1 })
    expect(await practitioner.run(rename, { organisationId, name: 'Seconde', version: 1 })).toEqual({
      kind: 'conflict',
      current: { version: 2, values: { name: 'Première' } },
    })
    expect((await traces(operator)).names).toEqual(['Première'])
  })

  test('refuses hostile fields by name, without opening anything', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const outcome = await practitioner.run(rename, {
      organisationId: 'x',
      name: 'a\u0000b',
      version: 'NaN',
      operatorId: operator.id,
    })
    expect(outcome).toMatchObject({
      kind: 'invalid',
      fields: { organisationId: ['input.bad-id'], name: ['input.bad-characters'] },
    })
  })
})

/** Nothing to load, and whoever is a member may: what a test needs of its own is in `run`. */
const plain = <V>(run: Parameters<typeof defineCommand<ReturnType<typeof object>, true, V>>[0]['run']) =>
  defineCommand({ name: 'test.plain', input: object({}), subject: async () => true as const, allow: isMember, run })

describe('a command that asks PostgreSQL what it refuses', () => {
  test('fails in words, and leaves nothing', async ({ operator }) => {
    const organisationId = await anOrganisation(operator)
    const again = plain(async ctx => {
      await ctx.record({ name: 'test.again', subjectKind: 'organisation', subjectId: organisationId })
      await ctx.tx
        .insert(organisations)
        .values({ operatorId: operator.id, id: organisationId, name: 'Deux', searchText: 'deux' })
      return ok(null)
    })
    expect(await (await operator.practitioner()).run(again, {})).toEqual({
      kind: 'failed',
      failure: { tag: 'refused-by-database' },
    })
    expect(await traces(operator)).toEqual({ names: ['Avant'], events: 0, outbox: 0, audit: 0 })
  })

  test('is tried again when two of them hold what the other waits for (DUR-06)', async ({ operator }) => {
    const pair = [await anOrganisation(operator), await anOrganisation(operator)]
    let tries = 0
    let holding = 0
    let bothHold = () => {}
    const both = new Promise<void>(resolve => {
      bothHold = resolve
    })
    const inOrder = (ids: string[]) =>
      plain(async ({ tx }) => {
        tries++
        for (const organisationId of ids) {
          await tx
            .update(organisations)
            .set({ name: sql`${organisations.name} || '+'` })
            .where(and(eq(organisations.operatorId, operator.id), eq(organisations.id, organisationId)))
          if (++holding === 2) bothHold()
          await both
        }
        return ok(null)
      })
    const practitioner = await operator.practitioner()
    const outcomes = await Promise.all([
      practitioner.run(inOrder(pair), {}),
      practitioner.run(inOrder(pair.toReversed()), {}),
    ])
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done'])
    // The one that is tried again may be the faster once more: then they meet twice.
    expect(tries).toBeGreaterThan(2)
    expect((await traces(operator)).names).toEqual(['Avant++', 'Avant++'])
  })
})

describe('a job that a command leaves', () => {
  test('waits for its day, and wakes the relay when the change is committed', async ({ operator, databaseUrl }) => {
    const day = new Date('2026-04-01T07:00:00Z')
    const leaving = plain(async ({ enqueue }) => {
      await enqueue({ name: 'test.later' }, {}, 'one', day)
      return ok(null)
    })
    const practitioner = await operator.practitioner()
    await withClient(databaseUrl, async client => {
      await client.query('listen outbox')
      const woken = new Promise(resolve => client.once('notification', resolve))
      await practitioner.must(leaving, {})
      await woken
    })
    const rows = await operator.inside(({ tx }) => tx.select().from(outbox).where(eq(outbox.operatorId, operator.id)))
    expect(rows.map(({ availableAt }) => availableAt)).toEqual([day])
  })
})

describe('a command that wants a second factor', () => {
  const halfSignedIn = ({ userId }: TestActor, { slug }: TestOperator) =>
    new TestActor({ kind: 'user', userId, operatorSlug: slug, secondFactor: false }, userId)

  test('is not run without, and leaves nothing', async ({ operator }) => {
    const organisationId = await anOrganisation(operator)
    const manager = await operator.manager()
    const input = { organisationId, name: 'Après', version: 1 }
    expect(await halfSignedIn(manager, operator).run(rename, input, { formKey: 'key-10001' })).toEqual({
      kind: 'second-factor',
    })
    expect(await traces(operator)).toEqual({ names: ['Avant'], events: 0, outbox: 0, audit: 0 })
    expect(await manager.run(rename, input, { formKey: 'key-10001' })).toMatchObject({ value: { version: 2 } })
  })

  test('may want it of everybody, save in the demonstration, whose accounts are public', async ({ operator }) => {
    const guarded = { ...plain(async () => ok('done')), secondFactor: true as const }
    const practitioner = halfSignedIn(await operator.practitioner(), operator)
    expect(await practitioner.run(guarded, {})).toEqual({ kind: 'second-factor' })
    await inDemonstration(operator)
    expect(await practitioner.run(guarded, {})).toMatchObject({ kind: 'done' })
  })
})

describe('the same form sent twice', () => {
  test('is done once and answers the same', async ({ operator }) => {
    const organisationId = await anOrganisation(operator)
    const practitioner = await operator.practitioner()
    const input = { organisationId, name: 'Une fois', version: 1 }
    const answers = [
      await practitioner.run(rename, input, { formKey: 'key-00001' }),
      await practitioner.run(rename, input, { formKey: 'key-00001' }),
    ]
    expect(answers).toEqual([answers[0], answers[0]])
    expect(await traces(operator)).toMatchObject({ events: 1, audit: 1 })
  })

  test('fifty times at once is done once', async ({ operator }) => {
    const organisationId = await anOrganisation(operator)
    const practitioner = await operator.practitioner()
    const input = { organisationId, name: 'Une fois', version: 1 }
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => practitioner.run(rename, input, { formKey: 'key-00002' })),
    )
    expect(new Set(answers.map(answer => JSON.stringify(answer)))).toEqual(
      new Set([JSON.stringify({ kind: 'done', value: { version: 2 } })]),
    )
    expect(await traces(operator)).toMatchObject({ events: 1, audit: 1, outbox: 1 })
  })

  test('with other values says so, and changes nothing', async ({ operator }) => {
    const organisationId = await anOrganisation(operator)
    const practitioner = await operator.practitioner()
    await practitioner.must(rename, { organisationId, name: 'Une fois', version: 1 }, { formKey: 'key-00003' })
    const again = await practitioner.run(
      rename,
      { organisationId, name: 'Autre', version: 2 },
      { formKey: 'key-00003' },
    )
    expect(again).toEqual({ kind: 'failed', failure: { tag: 'form-already-sent' } })
    expect((await traces(operator)).names).toEqual(['Une fois'])
  })

  test('after something that was not there is a new try too', async ({ operator }) => {
    const organisationId = newId()
    const practitioner = await operator.practitioner()
    const input = { organisationId, name: 'Arrivée depuis', version: 1 }
    expect(await practitioner.run(rename, input, { formKey: 'key-00005' })).toEqual({ kind: 'not-found' })
    await operator.inside(({ tx }) =>
      tx
        .insert(organisations)
        .values({ operatorId: operator.id, id: organisationId, name: 'Avant', searchText: 'avant' }),
    )
    expect(await practitioner.run(rename, input, { formKey: 'key-00005' })).toMatchObject({ value: { version: 2 } })
  })

  test('by two people is done for each of them, and answers each of them', async ({ operator }) => {
    const [first, second] = [await operator.practitioner(), await operator.practitioner()]
    const [one, other] = [await anOrganisation(operator), await anOrganisation(operator)]
    await second.must(rename, { organisationId: other, name: 'Déjà', version: 1 })
    const input = { organisationId: one, name: 'À la première', version: 1 }
    const formKey = 'key-00006'
    expect(await first.run(rename, input, { formKey })).toMatchObject({ value: { version: 2 } })
    expect(
      await second.run(rename, { organisationId: other, name: 'À la seconde', version: 2 }, { formKey }),
    ).toMatchObject({ value: { version: 3 } })
    expect(await first.run(rename, input, { formKey })).toMatchObject({ value: { version: 2 } })
  })

  test('after a refusal is a new try', async ({ operator }) => {
    const organisationId = await anOrganisation(operator)
    const practitioner = await operator.practitioner()
    await practitioner.run(rename, { organisationId, name: 'refuse', version: 1 }, { formKey: 'key-00004' })
    expect(
      await practitioner.run(rename, { organisationId, name: 'Corrigé', version: 1 }, { formKey: 'key-00004' }),
    ).toMatchObject({ kind: 'done' })
  })
})

describe('a query', () => {
  test('that writes fails', async ({ operator }) => {
    const writing = defineQuery({
      name: 'test.writing',
      input: object({}),
      subject: theOperator,
      allow: isMember,
      run: async ({ tx, operator: { id: operatorId } }) => {
        await tx.insert(organisations).values({ operatorId, id: newId(), name: 'x', searchText: 'x' })
      },
    })
    await expect((await operator.practitioner()).read(writing)).rejects.toMatchObject({ cause: { code: '25006' } })
  })
})

describe('a database that is away', () => {
  test('is said as such, and is back by itself', async ({ operator, databaseUrl }) => {
    const organisationId = await anOrganisation(operator)
    const practitioner = await operator.practitioner()
    await closeDatabase()
    configureDatabase(
      Object.fromEntries(runtimeRoles.map(role => [role, 'postgres://nobody@127.0.0.1:1/none'])) as Parameters<
        typeof configureDatabase
      >[0],
    )
    await expect(
      execute(rename, practitioner.door, { organisationId, name: 'x', version: 1 }, { clock: testClock }),
    ).rejects.toBeInstanceOf(Unavailable)
    await closeDatabase()
    configureDatabase(
      Object.fromEntries(runtimeRoles.map(role => [role, roleUrl(databaseUrl, role, SECRET)])) as Parameters<
        typeof configureDatabase
      >[0],
    )
    expect(await practitioner.run(rename, { organisationId, name: 'Revenue', version: 1 })).toMatchObject({
      kind: 'done',
    })
  })

  test('cutting every connection loses no acknowledged write', async ({ operator, databaseUrl }) => {
    const practitioner = await operator.practitioner()
    const ids = await Promise.all(Array.from({ length: 20 }, () => anOrganisation(operator)))
    const writes = ids.map(async organisationId => {
      const outcome = await practitioner
        .run(rename, { organisationId, name: 'Gardé', version: 1 })
        .catch(error => (error instanceof Unavailable ? 'away' : Promise.reject(error)))
      return { organisationId, done: outcome !== 'away' && outcome.kind === 'done' }
    })
    await withClient(databaseUrl, client =>
      client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'sillage_web' and datname = current_database()`,
      ),
    )
    const acknowledged = (await Promise.all(writes)).filter(write => write.done)
    const kept = await operator.inside(({ tx }) =>
      tx
        .select({ id: organisations.id })
        .from(organisations)
        .where(and(eq(organisations.operatorId, operator.id), eq(organisations.name, 'Gardé'))),
    )
    const keptIds = new Set(kept.map(row => row.id))
    expect(acknowledged.filter(write => !keptIds.has(write.organisationId))).toEqual([])
    expect(
      await practitioner.run(rename, {
        organisationId: ids[0] ?? '',
        name: 'Après la coupure',
        version: keptIds.has(ids[0] ?? '') ? 2 : 1,
      }),
    ).toMatchObject({ kind: 'done' })
  })
})
