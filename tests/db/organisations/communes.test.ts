import { describe, expect } from 'vitest'
import { createOrganisation } from '#app/features/organisations/create-organisation.command.server.ts'
import { organisationHistoryPage } from '#app/features/organisations/organisation-history-page.query.server.ts'
import { updateOrganisation } from '#app/features/organisations/update-organisation.command.server.ts'
import { test } from '#tests/harness/operator.ts'

describe('the commune of an organisation', () => {
  test('is refused by its field when several answer, and told by name in history and when it is put back', async ({
    operator,
  }) => {
    const practitioner = await operator.practitioner()
    expect(await practitioner.run(createOrganisation, { name: 'La Ruche', commune: 'Saint-Denis' })).toMatchObject({
      kind: 'failed',
      failure: { tag: 'several-communes', field: 'commune' },
    })
    const { id } = await practitioner.must(createOrganisation, { name: 'La Ruche', commune: 'Montargis' })
    await practitioner.must(updateOrganisation, { id, version: 1, name: 'La Ruche', commune: '44000' })
    const history = await practitioner.read(organisationHistoryPage, { id })
    const [last] = history.kind === 'done' ? history.value.lines : []
    expect(last?.changes).toContainEqual({ field: 'commune', before: 'Montargis (45208)', after: 'Nantes (44109)' })
    const back = await practitioner.read(organisationHistoryPage, { id, evenement: last?.id, champ: 'commune' })
    expect(back).toMatchObject({
      value: { puttingBack: { now: 'Nantes (44109)', back: { name: 'commune', value: 'Montargis (45208)' } } },
    })
  })
})
