import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { intakePage } from '#app/features/accompaniments/intake-page.query.server.ts'
import { openAccompaniment } from '#app/features/accompaniments/open-accompaniment.command.server.ts'
import { addEstablishment } from '#app/features/organisations/add-establishment.command.server.ts'
import { addLabel } from '#app/features/organisations/add-label.command.server.ts'
import { createOrganisation } from '#app/features/organisations/create-organisation.command.server.ts'
import { mergeOrganisations } from '#app/features/organisations/merge-organisations.command.server.ts'
import { organisationPage } from '#app/features/organisations/organisation-page.query.server.ts'
import { undoMerge } from '#app/features/organisations/undo-merge.command.server.ts'
import { updateEstablishment } from '#app/features/organisations/update-establishment.command.server.ts'
import { updateOrganisation } from '#app/features/organisations/update-organisation.command.server.ts'
import { accompaniments } from '#db/schema/accompaniments.ts'
import { organisationMerges } from '#db/schema/organisations.ts'
import { type TestActor, test, testDay } from '#tests/harness/operator.ts'

const open = (practitioner: TestActor, organisationId: string) =>
  practitioner.must(openAccompaniment, { organisationId, programme: 'dla-individuel' })
const territoryOf = async (practitioner: TestActor, number: string) => {
  const page = await practitioner.read(intakePage, { number })
  return page.kind === 'done' ? page.value.territory : null
}

describe('the territory of a case', () => {
  test('is that of the day on which it began, wherever its organisation goes', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const { id } = await practitioner.must(createOrganisation, { name: 'La Ruche', commune: '45208', qpv: 'oui' })
    const { number } = await open(practitioner, id)
    const before = { on: testDay, commune: 'Montargis (45208)', department: '45', region: '24', qpv: true }
    expect(await territoryOf(practitioner, number)).toEqual({ ...before, frr: null })
    await practitioner.must(updateOrganisation, {
      id,
      version: 1,
      name: 'La Ruche',
      commune: 'Nantes',
      qpv: 'non',
      frr: 'oui',
    })
    // What was unknown is learnt; what was known stays.
    expect(await territoryOf(practitioner, number)).toEqual({ ...before, frr: true })
    const later = await open(practitioner, id)
    expect(await territoryOf(practitioner, later.number)).toMatchObject({ commune: 'Nantes (44109)', qpv: false })
  })

  test('learns nothing more once the case is over', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const { id } = await practitioner.must(createOrganisation, { name: 'La Ruche' })
    const { number } = await open(practitioner, id)
    await operator.inside(({ tx }) =>
      tx.update(accompaniments).set({ abandonedOn: testDay }).where(eq(accompaniments.number, number)),
    )
    await practitioner.must(updateOrganisation, { id, version: 1, name: 'La Ruche', commune: '44109' })
    expect(await territoryOf(practitioner, number)).toMatchObject({ commune: null, department: null })
  })
})

describe('establishments and labels', () => {
  test('are of the SIREN of their organisation, and say who says so', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const { id } = await practitioner.must(createOrganisation, { name: 'La Ruche', siret: '73282932000074' })
    const elsewhere = { id, name: 'L’atelier', siret: '35600000000048', commune: '45208' }
    expect(await practitioner.run(addEstablishment, elsewhere)).toMatchObject({
      failure: { tag: 'other-siren', params: { siren: '732829320' }, field: 'siret' },
    })
    const added = await practitioner.must(addEstablishment, { id, name: 'L’atelier', commune: '45208' })
    const backwards = { id, establishmentId: added.id, version: 1, name: 'L’atelier' }
    const dates = { openedOn: '2025-03-01', closedOn: '2025-02-01' }
    expect(await practitioner.run(updateEstablishment, { ...backwards, ...dates })).toMatchObject({
      failure: { tag: 'ends-before-it-starts', field: 'closedOn' },
    })
    await practitioner.must(updateEstablishment, { ...backwards, closedOn: '2025-12-31' })
    expect(await practitioner.run(updateEstablishment, backwards)).toMatchObject({ kind: 'conflict' })
    await practitioner.must(addLabel, { id, name: 'ESUS', source: 'Arrêté du préfet', grantedOn: '2024-05-02' })
    expect(await practitioner.read(organisationPage, { id })).toMatchObject({
      value: {
        establishments: [{ name: 'L’atelier', closedOn: '2025-12-31', department: null }],
        labels: [{ name: 'ESUS', source: 'Arrêté du préfet', grantedOn: '2024-05-02' }],
      },
    })
  })

  test('follow a merge, and come back when it is undone', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const { id } = await practitioner.must(createOrganisation, { name: 'La Ruche' })
    const { id: otherId } = await practitioner.must(createOrganisation, { name: 'Ruche', isAnother: 'oui' })
    await practitioner.must(addEstablishment, { id: otherId, name: 'L’atelier' })
    await practitioner.must(addLabel, { id: otherId, name: 'ESUS', source: 'Arrêté', grantedOn: '2024-05-02' })
    await practitioner.must(mergeOrganisations, { id, version: 1, otherId, otherVersion: 1 })
    const all = { establishments: [{ name: 'L’atelier' }], labels: [{ name: 'ESUS' }] }
    expect(await practitioner.read(organisationPage, { id })).toMatchObject({ value: all })
    const [merge] = await operator.inside(({ tx }) =>
      tx.select().from(organisationMerges).where(eq(organisationMerges.keptId, id)),
    )
    await practitioner.must(undoMerge, { id, mergeId: merge?.id })
    expect(await practitioner.read(organisationPage, { id })).toMatchObject({
      value: { establishments: [], labels: [] },
    })
    expect(await practitioner.read(organisationPage, { id: otherId })).toMatchObject({ value: all })
  })
})
