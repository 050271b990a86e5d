import { describe, expect } from 'vitest'
import { addEstablishment } from '#app/features/organisations/add-establishment.command.server.ts'
import { addLabel } from '#app/features/organisations/add-label.command.server.ts'
import { addPerson } from '#app/features/organisations/add-person.command.server.ts'
import { insertEstablishment, insertLabel } from '#app/features/organisations/establishments.store.server.ts'
import { mergeOrganisations } from '#app/features/organisations/merge-organisations.command.server.ts'
import { organisationHistoryPage } from '#app/features/organisations/organisation-history-page.query.server.ts'
import { holdStandingSheet, insertPerson } from '#app/features/organisations/organisations.store.server.ts'
import { establishments, organisationLabels, people } from '#db/schema/organisations.ts'
import type { TenantTx } from '#db/tenant.ts'
import { sheetsOf, twoSheets, waiting, whileMerging } from '#tests/harness/merging.ts'
import { type TestActor, test, testDay } from '#tests/harness/operator.ts'

const person = {
  name: 'Aline Petit',
  email: null,
  phone: null,
  role: null,
  function: 'governance' as const,
  fromOn: null,
  toOn: null,
}
const label = { name: 'ESUS', source: 'Préfecture', grantedOn: testDay, endsOn: null }
const site = { name: 'Atelier', siret: null, openedOn: null, closedOn: null }
const nowhere = { commune: null, department: null, region: null }

type Sheet = { tx: TenantTx; operatorId: string; id: string }
const additions = [
  {
    what: 'a person',
    table: people,
    add: (actor: TestActor, id: string) => actor.run(addPerson, { id, name: person.name, function: person.function }),
    write: ({ tx, operatorId, id }: Sheet) => insertPerson(tx, operatorId, id, person),
  },
  {
    what: 'a label',
    table: organisationLabels,
    add: (actor: TestActor, id: string) => actor.run(addLabel, { id, ...label, endsOn: '' }),
    write: ({ tx, operatorId, id }: Sheet) => insertLabel(tx, operatorId, id, label),
  },
  {
    what: 'an establishment',
    table: establishments,
    add: (actor: TestActor, id: string) => actor.run(addEstablishment, { id, name: site.name }),
    write: ({ tx, operatorId, id }: Sheet) => insertEstablishment(tx, operatorId, id, { ...site, ...nowhere }),
  },
]

describe.for(additions)(
  '$what that is added to a sheet while it is merged is on the one that stands',
  ({ table, add, write }) => {
    const merging = (sheets: { absorbedId: string; keptId: string }) => ({
      id: sheets.keptId,
      version: 1,
      otherId: sheets.absorbedId,
      otherVersion: 1,
      fromOther: [],
    })

    test('when the merge was done before', async ({ operator }) => {
      const actor = await operator.practitioner()
      const sheets = await twoSheets(actor)
      await actor.must(mergeOrganisations, merging(sheets))
      expect(await add(actor, sheets.absorbedId)).toMatchObject({
        kind: 'done',
        value: { organisationId: sheets.keptId },
      })
      expect(await sheetsOf(operator, table)).toEqual([sheets.keptId])
      const history = await actor.read(organisationHistoryPage, { id: sheets.keptId })
      expect(JSON.stringify(history)).toMatch(/organisation\.(person|label|establishment)-added/)
    })

    test('when the merge comes first and has not ended', async ({ operator, databaseUrl }) => {
      const actor = await operator.practitioner()
      const sheets = await twoSheets(actor)
      const outcome = await whileMerging(operator, databaseUrl, sheets, () => add(actor, sheets.absorbedId))
      expect(outcome).toMatchObject({ kind: 'done', value: { organisationId: sheets.keptId } })
      expect(await sheetsOf(operator, table)).toEqual([sheets.keptId])
    })

    test('when it comes first and has not ended', async ({ operator, databaseUrl }) => {
      const actor = await operator.practitioner()
      const sheets = await twoSheets(actor)
      const { started } = await operator.inside(async ({ tx }) => {
        const id = await holdStandingSheet(tx, operator.id, sheets.absorbedId)
        await write({ tx, operatorId: operator.id, id })
        const merge = actor.run(mergeOrganisations, merging(sheets))
        await expect.poll(waiting(databaseUrl)).toBeGreaterThanOrEqual(1)
        return { started: merge }
      })
      expect(await started).toMatchObject({ kind: 'done' })
      expect(await sheetsOf(operator, table)).toEqual([sheets.keptId])
    })
  },
)
