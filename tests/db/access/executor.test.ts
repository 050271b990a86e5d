import { and, eq, sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { isMember } from '#app/access/actor.ts'
import { defineCommand, execute } from '#app/access/command.server.ts'
import { firstBrokenLine } from '#app/access/journal.server.ts'
import { Conflict, Unavailable } from '#app/access/outcome.ts'
import { defineQuery, theOperator } from '#app/access/query.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { id, line, object, version } from '#app/kernel/input.ts'
import { fail, ok } from '#app/kernel/result.ts'
import { closeDatabase, configureDatabase } from '#db/client.ts'
import { roleUrl, runtimeRoles } from '#db/roles.ts'
import { auditLines, events, outbox } from '#db/schema/journal.ts'
import { organisations } from '#db/schema/organisations.ts'
import { SECRET, withClient } from '../../harness/connection.ts'
import { type TestOperator, test, testClock } from '../../harness/operator.ts'

const rename = defineCommand({
  name: 'test.rename',
  input: object({ organisationId: id(), name: line({ max: 100 }), version: version() }),
  subject: async ({ tx, operator }, input) => {
    const [row] = await tx
      .select()
      .from(organisations)
      .where(and(eq(organisations.operatorId, operator.id), eq(organisations.id, input.organisationId)))
    return row ?? null
  },
  allow: isMember,
  run: async (ctx, input, organisation) => {
    await ctx.record({
      name: 'test.renamed',
      subjectKind: 'organisation',
      subjectId: organisation.id,
      data: { from: organisation.name, to: input.name },
    })
    await ctx.enqueue({ name: 'test.job' }, { id: organisation.id }, organisation.id)
    if (input.name === 'refuse') return fail('form-already-sent')
    if (input.name === 'break') throw new Error('defect')
    const changed = await ctx.tx
      .update(organisations)
      .set({ name: input.name, version: sql`${organisations.version} + 1` })
      .where(
        and(
          eq(organisations.operatorId, ctx.operator.id),
          eq(organisations.id, organisation.id),
          eq(organisations.version, input.version),
        ),
      )
      .returning({ version: organisations.version })
    if (changed.length === 0) throw new Conflict({ version: organisation.version, values: { name: organisation.name } })
    return ok({ version: changed[0]?.version ?? 0 })
  },
})

async function anOrganisation(operator: TestOperator) {
  const organisationId = newId()
  await operator.inside(({ tx }) =>
    tx
      .insert(organisations)
      .values({ operatorId: operator.id, id: organisationId, name: 'Avant', searchText: 'avant' }),
  )
  return organisationId
}

/** What one command leaves behind: all of it, or none. */
const traces = (operator: TestOperator) =>
  operator.inside(async ({ tx }) => ({
    names: (
      await tx.select({ name: organisations.name }).from(organisations).where(eq(organisations.operatorId, operator.id))
    ).map(row => row.name),
    events: (await tx.select().from(events).where(eq(events.operatorId, operator.id))).length,
    outbox: (await tx.select().from(outbox).where(eq(outbox.operatorId, operator.id))).length,
    audit: (await tx.select().from(auditLines).where(eq(auditLines.operatorId, operator.id))).length,
  }))

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

describe('the audit chain', () => {
  test('holds, and shows the line that somebody changed', async ({ operator, databaseUrl }) => {
    const organisationId = await anOrganisation(operator)
    const practitioner = await operator.practitioner()
    for (const step of [1, 2, 3])
      await practitioner.must(rename, { organisationId, name: `Nom ${step}`, version: step })
    expect(await operator.inside(firstBrokenLine)).toBeNull()
    // As the database's own superuser, with the trigger out of the way: what an insider could do.
    await withClient(databaseUrl, async client => {
      await client.query('set session_replication_role = replica')
      await client.query('update audit_lines set command = $1 where operator_id = $2 and seq = 2', [
        'other',
        operator.id,
      ])
    })
    expect(await operator.inside(firstBrokenLine)).toBe(2)
  })

  test('cannot be rewritten by the product', async ({ operator }) => {
    for (const table of ['events', 'audit_lines'])
      for (const verb of [`update ${table} set id = id`, `delete from ${table}`, `truncate ${table}`])
        await expect(
          operator.inside(({ tx }) => tx.execute(sql.raw(verb))),
          verb,
        ).rejects.toMatchObject({ cause: { code: '42501' } })
  })

  test('is one chain under fifty writers', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const ids = await Promise.all(Array.from({ length: 50 }, () => anOrganisation(operator)))
    await Promise.all(
      ids.map(organisationId => practitioner.must(rename, { organisationId, name: 'En parallèle', version: 1 })),
    )
    expect(await operator.inside(firstBrokenLine)).toBeNull()
    expect((await traces(operator)).audit).toBe(50)
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
