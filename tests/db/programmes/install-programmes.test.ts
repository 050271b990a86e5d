import { afterAll, beforeAll, expect, it } from 'vitest'
import {
  currentProgrammes,
  installProgrammes,
  programmeByCode,
} from '#app/features/programmes/programmes.store.server.ts'
import { systemClock } from '#app/kernel/clock.ts'
import { newId } from '#app/kernel/ids.ts'
import { closeDatabase, configureDatabase, database } from '#db/client.ts'
import { operators } from '#db/schema/operators.ts'
import { dlaIndividuel } from '#db/seed/programmes/dla-individuel.ts'
import { shippedProgrammes } from '#db/seed/programmes/shipped.ts'
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

it('installs each programme once, however often it is asked, and reads it back whole', async () => {
  const operatorId = newId()
  await database('worker').insert(operators).values({ id: operatorId, slug: 'twice', name: 'Deux fois' })
  await withTenant({ kind: 'system', operatorId }, 'write', systemClock, async ({ tx }) => {
    await installProgrammes(tx, operatorId)
    await installProgrammes(tx, operatorId)
    const known = await currentProgrammes(tx, operatorId)
    expect(known.map(({ code }) => code)).toEqual(shippedProgrammes.map(({ code }) => code))
    expect((await programmeByCode(tx, operatorId, 'dla-individuel'))?.definition).toEqual(dlaIndividuel)
    expect(await programmeByCode(tx, operatorId, 'unknown')).toBeNull()
  })
})
