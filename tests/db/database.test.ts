import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { database as connection } from '#db/client.ts'
import { execute, withClient } from '#tests/harness/connection.ts'
import { cloneDatabase } from '#tests/harness/database.ts'
import { test } from '#tests/harness/operator.ts'

describe('a database of tests', () => {
  it('is nobody else’s, and is gone once dropped', async () => {
    const [mine, yours] = await Promise.all([cloneDatabase(), cloneDatabase()])
    await execute(mine.url, 'CREATE TABLE note (word text)')
    const tables = await withClient(yours.url, client => client.query("SELECT to_regclass('note') AS found"))
    expect(tables.rows).toEqual([{ found: null }])
    await Promise.all([mine.drop(), yours.drop()])
    await expect(execute(mine.url, 'SELECT 1')).rejects.toThrow(/does not exist/)
  })

  test('is in the present schema, and is where the product’s own modules connect', async ({ databaseUrl }) => {
    const here = await connection('web').execute(sql`SELECT current_user AS role, current_database() AS name`)
    expect(here.rows).toEqual([{ role: 'sillage_web', name: new URL(databaseUrl).pathname.slice(1) }])
    expect((await connection('web').execute(sql`SELECT * FROM operators`)).rows).toEqual([])
  })
})
