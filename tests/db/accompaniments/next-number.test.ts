import { afterAll, beforeAll, expect, it } from 'vitest'
import { nextNumber } from '#app/features/accompaniments/accompaniments.store.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { newId } from '#app/kernel/ids.ts'
import { closeDatabase, configureDatabase, database } from '#db/client.ts'
import { operators } from '#db/schema/operators.ts'
import { withTenant } from '#db/tenant.ts'
import { cloneDatabase, type TestDatabase } from '#tests/harness/database.ts'

let own: TestDatabase
beforeAll(async () => {
  own = await cloneDatabase()
  configureDatabase(own.urls)
})
afterAll(async () => {
  await closeDatabase()
  await own.drop()
})

async function operator(slug: string) {
  const id = newId()
  await database('worker').insert(operators).values({ id, slug, name: slug })
  return id
}
const take = (operatorId: string, year: number) =>
  withTenant({ kind: 'system', operatorId }, 'write', systemClock, ({ tx }) => nextNumber(tx, operatorId, year))

it('gives fifty openings at once the numbers 1 to 50, each once', async () => {
  const operatorId = await operator('fifty')
  const numbers = await Promise.all(Array.from({ length: 50 }, () => take(operatorId, 2026)))
  expect(numbers.sort()).toEqual(Array.from({ length: 50 }, (_, index) => `2026-${String(index + 1).padStart(4, '0')}`))
})

it('counts each operator and each year on its own, without a hole after a rollback', async () => {
  const [one, other] = [await operator('one'), await operator('other')]
  expect([await take(one, 2025), await take(one, 2026), await take(other, 2026)]).toEqual([
    '2025-0001',
    '2026-0001',
    '2026-0001',
  ])
  await expect(
    withTenant({ kind: 'system', operatorId: one }, 'write', systemClock, async ({ tx }) => {
      await nextNumber(tx, one, 2026)
      throw new Error('changed my mind')
    }),
  ).rejects.toThrow('changed my mind')
  expect(await take(one, 2026)).toBe('2026-0002')
})
