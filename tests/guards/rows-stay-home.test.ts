import { describe, expect } from 'vitest'
import { newId } from '#app/kernel/ids.ts'
import { reachOf } from '#db/isolation.ts'
import { type RuntimeRole, roleUrl } from '#db/roles.ts'
import { SECRET, withClient } from '../harness/connection.ts'
import { test } from '../harness/operator.ts'

/** Every column of every table of an operator, with a value that satisfies its type. */
const columnsQuery = `
  select t.relname as table, json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, null), 'required', a.attnotnull) order by a.attnum) as columns
  from pg_class t join pg_attribute a on a.attrelid = t.oid and a.attnum > 0 and not a.attisdropped
  where t.relnamespace = 'public'::regnamespace and t.relkind = 'r' and t.relname = any($1) group by 1`
type Table = { table: string; columns: { name: string; type: string; required: boolean }[] }

function valueFor(type: string): unknown {
  if (type === 'uuid') return newId()
  if (type === 'date') return '2026-01-01'
  if (type.startsWith('timestamp')) return '2026-01-01T00:00:00Z'
  if (type === 'boolean') return false
  if (type === 'jsonb') return '{}'
  if (type.endsWith('[]')) return []
  return /int|numeric/.test(type) ? 1 : `t${newId()}`
}

type Seed = { operatorId: string; ids: Map<string, string> }

/** One row per table for an operator, by the superuser, without its keys being checked: rows are what this test is about. */
async function seed(url: string, operatorId: string): Promise<Seed> {
  const ids = new Map<string, string>()
  await withClient(url, async client => {
    await client.query(`set session_replication_role = replica`)
    const { rows } = await client.query<Table>(columnsQuery, [Object.keys(reachOf)])
    for (const { table, columns } of rows) {
      const id = newId()
      ids.set(table, id)
      const filled = columns.filter(column => column.required)
      const values = filled.map(column =>
        column.name === 'operator_id' ? operatorId : column.name === 'id' ? id : valueFor(column.type),
      )
      await client.query(
        `insert into ${table} (${filled.map(column => `"${column.name}"`).join(', ')}) values (${values.map((_, index) => `$${index + 1}`).join(', ')})`,
        values,
      )
    }
  })
  return { operatorId, ids }
}

const contexts = ['no context', 'an empty context', 'the wrong operator', 'the right operator'] as const

describe('ISO-03 rows stay with their operator', () => {
  for (const role of ['web', 'worker'] as const satisfies readonly RuntimeRole[]) {
    test(`for the ${role} role, in every table, by every verb, in every context`, async ({
      databaseUrl,
      operator,
      foreign,
    }) => {
      const own = await seed(databaseUrl, operator.id)
      const tried = { selects: 0, changes: 0, inserts: 0 }
      await withClient(roleUrl(databaseUrl, role, SECRET), async client => {
        for (const context of contexts) {
          for (const [table, id] of own.ids) {
            await client.query('begin')
            if (context !== 'no context') {
              const operatorId =
                context === 'an empty context' ? '' : context === 'the wrong operator' ? foreign.id : operator.id
              await client.query(
                `select set_config('app.operator_id', $1, true), set_config('app.reach', 'operator', true)`,
                [operatorId],
              )
            }
            const expected = context === 'the right operator' ? 1 : 0
            const seen = await client.query(`select 1 from ${table} where id = $1`, [id])
            expect(seen.rowCount, `${table}, ${context}, select`).toBe(expected)
            tried.selects++
            for (const verb of [`update ${table} set id = id where id = $1`, `delete from ${table} where id = $1`]) {
              await client.query('savepoint s')
              const changed = await client.query({ text: verb, values: [id] }).then(
                answer => answer.rowCount,
                (error: { code?: string }) => (error.code === '42501' ? 0 : Promise.reject(error)),
              )
              if (expected === 0) expect(changed, `${table}, ${context}, ${verb}`).toBe(0)
              await client.query('rollback to s')
              tried.changes++
            }
            await client.query('rollback')
          }
        }
        expect(tried.selects).toBe(contexts.length * own.ids.size)
      })
    })

    test(`the ${role} role cannot file a row under another operator`, async ({ databaseUrl, operator, foreign }) => {
      await withClient(roleUrl(databaseUrl, role, SECRET), async client => {
        const { rows } = await client.query<Table>(columnsQuery, [Object.keys(reachOf)])
        for (const { table, columns } of rows) {
          await client.query('begin')
          await client.query(
            `select set_config('app.operator_id', $1, true), set_config('app.reach', 'operator', true)`,
            [operator.id],
          )
          const filled = columns.filter(column => column.required)
          const values = filled.map(column => (column.name === 'operator_id' ? foreign.id : valueFor(column.type)))
          const refused = await client
            .query(
              `insert into ${table} (${filled.map(column => `"${column.name}"`).join(', ')}) values (${values.map((_, index) => `$${index + 1}`).join(', ')})`,
              values,
            )
            .then(
              () => 'accepted',
              (error: { code?: string }) => error.code,
            )
          expect(refused, table).toBe('42501')
          await client.query('rollback')
        }
      })
    })

    test(`the ${role} role cannot switch row security off`, async ({ databaseUrl }) => {
      await withClient(roleUrl(databaseUrl, role, SECRET), async client => {
        await client.query('set row_security = off')
        for (const table of Object.keys(reachOf)) {
          await expect(client.query(`select 1 from ${table}`), table).rejects.toMatchObject({ code: '42501' })
        }
      })
    })
  }

  test('a narrow actor reaches nothing outside her subjects', async ({ databaseUrl, operator }) => {
    const own = await seed(databaseUrl, operator.id)
    await withClient(roleUrl(databaseUrl, 'web', SECRET), async client => {
      for (const [table, reach] of Object.entries(reachOf)) {
        if (reach === 'shared') continue
        await client.query('begin')
        await client.query(
          `select set_config('app.operator_id', $1, true), set_config('app.reach', 'subjects', true), set_config('app.subjects', $2, true), set_config('app.user_id', $3, true)`,
          [operator.id, newId(), newId()],
        )
        const seen = await client.query(`select 1 from ${table} where id = $1`, [own.ids.get(table)])
        expect(seen.rowCount, table).toBe(0)
        await client.query('rollback')
      }
    })
  })

  test('the relay and the identity role read no row of any operator but the outbox and the due sends', async ({
    databaseUrl,
    operator,
  }) => {
    await seed(databaseUrl, operator.id)
    for (const [role, readable] of [
      ['relay', ['outbox', 'sends']],
      ['identity', []],
    ] as const) {
      await withClient(roleUrl(databaseUrl, role, SECRET), async client => {
        for (const table of Object.keys(reachOf)) {
          const answer = await client.query(`select operator_id from ${table}`).then(
            () => 'read',
            (error: { code?: string }) => error.code,
          )
          expect(answer, `${role} ${table}`).toBe(readable.some(name => name === table) ? 'read' : '42501')
        }
      })
    }
  })
})

describe('ISO-04 a child cannot be attached to another operator’s parent', () => {
  test('200 attempts over every foreign key: none succeeds', async ({ databaseUrl, operator, foreign }) => {
    const theirs = await seed(databaseUrl, foreign.id)
    await withClient(databaseUrl, async client => {
      const { rows: keys } = await client.query<{ child: string; column: string; parent: string }>(
        `select c.conrelid::regclass::text as child, a.attname as column, c.confrelid::regclass::text as parent from pg_constraint c
         join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
         where c.contype = 'f' and array_length(c.conkey, 1) = 2 and c.connamespace = 'public'::regnamespace`,
      )
      const { rows: shapes } = await client.query<Table>(columnsQuery, [Object.keys(reachOf)])
      let tried = 0
      for (let round = 0; tried < 200; round++) {
        for (const { child, column, parent } of keys) {
          const shape = shapes.find(candidate => candidate.table === child)
          if (!shape) continue
          const filled = shape.columns.filter(candidate => candidate.required || candidate.name === column)
          const values = filled.map(candidate =>
            candidate.name === 'operator_id'
              ? operator.id
              : candidate.name === column
                ? theirs.ids.get(parent)
                : valueFor(candidate.type),
          )
          const outcome = await client
            .query(
              `insert into ${child} (${filled.map(candidate => `"${candidate.name}"`).join(', ')}) values (${values.map((_, index) => `$${index + 1}`).join(', ')})`,
              values,
            )
            .then(
              () => 'attached',
              (error: { code?: string }) => error.code,
            )
          expect(outcome, `${child}.${column} to ${parent}, round ${round}`).toBe('23503')
          tried++
        }
      }
      expect(tried).toBeGreaterThanOrEqual(200)
    })
  })
})
