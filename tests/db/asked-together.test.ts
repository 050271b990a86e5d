import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import { askedTogether, inOrderOf, writtenTogether } from '#db/asked-together.ts'
import { withTenant } from '#db/tenant.ts'
import { test, testClock } from '#tests/harness/operator.ts'

test('one statement answers what is asked in the same turn, each its own, and nothing is remembered', async ({
  operator,
}) => {
  const statements: number[] = []
  const half = askedTogether<number, number | null>(async (tx, _operatorId, asked) => {
    statements.push(asked.length)
    const numbers = sql.join(
      asked.map(one => sql`${one}::integer`),
      sql`, `,
    )
    const { rows } = await tx.execute<{ id: string; half: number }>(
      sql`select n::text as id, n / 2 as half from unnest(array[${numbers}]) n where n % 2 = 0`,
    )
    return inOrderOf(asked.map(String), rows).map(row => row?.half ?? null)
  })
  const door = { kind: 'system', operatorId: operator.id } as const
  await withTenant(door, 'read', testClock, async ({ tx }) => {
    const ask = (one: number) => half(tx, operator.id, one)
    expect(await Promise.all([8, 3, 2, 8].map(ask))).toEqual([4, null, 1, 4])
    expect(await ask(8)).toBe(4)
  })
  expect(statements).toEqual([4, 1])
})

test('what cannot be written together fails for all who asked, and statements go in turn', async ({ operator }) => {
  const write = writtenTogether<string>((tx, _operatorId, all) =>
    tx.execute(sql`select ${all.join(',')}::integer as told`),
  )
  const door = { kind: 'system', operatorId: operator.id } as const
  const ends = await withTenant(door, 'read', testClock, async ({ tx }) => {
    const apart = await Promise.all([1, 2, 3].map(one => tx.execute(sql`select ${one}::integer as told`)))
    expect(apart.map(({ rows }) => rows[0]?.told)).toEqual([1, 2, 3])
    return Promise.allSettled(['a', 'b'].map(one => write(tx, operator.id, one)))
  })
  expect(ends?.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})
