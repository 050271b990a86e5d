import { describe, expect, it } from 'vitest'
import { execute, withClient } from '#tests/harness/connection.ts'
import { cloneDatabase } from '#tests/harness/database.ts'

describe('a database for one test', () => {
  it('is nobody else’s, and is gone once dropped', async () => {
    const [mine, yours] = await Promise.all([cloneDatabase(), cloneDatabase()])
    await execute(mine.url, 'CREATE TABLE note (word text)')
    const tables = await withClient(yours.url, client => client.query("SELECT to_regclass('note') AS found"))
    expect(tables.rows).toEqual([{ found: null }])
    expect((await withClient(mine.urls.web, client => client.query('SELECT current_user'))).rows).toEqual([
      { current_user: 'sillage_web' },
    ])
    await Promise.all([mine.drop(), yours.drop()])
    await expect(execute(mine.url, 'SELECT 1')).rejects.toThrow(/does not exist/)
  })
})
