import { describe, expect } from 'vitest'
import { addEstablishment } from '#app/features/organisations/add-establishment.command.server.ts'
import { addLabel } from '#app/features/organisations/add-label.command.server.ts'
import { addPerson } from '#app/features/organisations/add-person.command.server.ts'
import { createOrganisation } from '#app/features/organisations/create-organisation.command.server.ts'
import { organisationPage } from '#app/features/organisations/organisation-page.query.server.ts'
import { updateEstablishment } from '#app/features/organisations/update-establishment.command.server.ts'
import { updateLabel } from '#app/features/organisations/update-label.command.server.ts'
import { updatePerson } from '#app/features/organisations/update-person.command.server.ts'
import { type TestActor, test } from '../../harness/operator.ts'
import { linesOfSheet, send, shownOnSheet } from '../../harness/put-back.ts'

const pageOf = async (actor: TestActor, id: string) => {
  const page = await actor.read(organisationPage, { id })
  if (page.kind !== 'done') throw new Error(page.kind)
  return page.value
}

describe('the history of a sheet tells of its people, labels and establishments, and puts back', () => {
  test('the role of a person and her dates, and leaves the others as they are', async ({ operator }) => {
    const actor = await operator.practitioner()
    const { id } = await actor.must(createOrganisation, { name: 'La Ruche' })
    const bea = {
      name: 'Béa',
      function: 'governance',
      role: 'Présidente',
      fromOn: '2025-01-01',
      email: 'bea@r.example',
    }
    const { id: personId } = await actor.must(addPerson, { id, ...bea })
    const { id: other } = await actor.must(addPerson, { id, name: 'Aïcha', function: 'employee', role: 'Comptable' })
    await actor.must(updatePerson, { id, personId, version: 1, ...bea, role: 'Trésorière', toOn: '2026-01-01' })
    await actor.must(updatePerson, {
      id,
      personId: other,
      version: 1,
      name: 'Aïcha',
      function: 'employee',
      role: 'DAF',
    })
    const page = await shownOnSheet(actor, id, 'role', 'Béa')
    expect(page).toMatchObject({ now: 'Trésorière', back: { value: 'Présidente' } })
    expect(await send(actor, page, { id })).toMatchObject({ kind: 'done' })
    const { people } = await pageOf(actor, id)
    expect(people.find(({ name }) => name === 'Béa')).toMatchObject({ ...bea, toOn: '2026-01-01' })
    expect(people.find(({ name }) => name === 'Aïcha')).toMatchObject({ role: 'DAF' })
    expect((await linesOfSheet(actor, id))[0]).toMatchObject({
      about: 'Béa',
      changes: [{ field: 'role', before: 'Trésorière', after: 'Présidente' }],
    })
    expect(await send(actor, page, { id })).toMatchObject({
      kind: 'conflict',
      current: { values: { role: 'Présidente' } },
    })
  })

  test('the source of a label', async ({ operator }) => {
    const actor = await operator.practitioner()
    const { id } = await actor.must(createOrganisation, { name: 'La Ruche' })
    const label = { name: 'ESUS', source: 'Préfecture', grantedOn: '2025-01-01' }
    const { id: labelId } = await actor.must(addLabel, { id, ...label })
    await actor.must(updateLabel, { id, labelId, version: 1, ...label, source: 'Région', endsOn: '2027-01-01' })
    expect(await send(actor, await shownOnSheet(actor, id, 'source'), { id })).toMatchObject({ kind: 'done' })
    expect((await pageOf(actor, id)).labels).toMatchObject([{ ...label, endsOn: '2027-01-01' }])
  })

  test('the name of an establishment, not the department that its commune gives', async ({ operator }) => {
    const actor = await operator.practitioner()
    const { id } = await actor.must(createOrganisation, { name: 'La Ruche' })
    const site = { name: 'Atelier', commune: '45234' }
    const { id: establishmentId } = await actor.must(addEstablishment, { id, ...site })
    await actor.must(updateEstablishment, { id, establishmentId, version: 1, name: 'Boutique', commune: '75056' })
    await expect(shownOnSheet(actor, id, 'department')).rejects.toThrow('not offered')
    expect(await send(actor, await shownOnSheet(actor, id, 'commune'), { id })).toMatchObject({ kind: 'done' })
    expect(await send(actor, await shownOnSheet(actor, id, 'name'), { id })).toMatchObject({ kind: 'done' })
    expect((await pageOf(actor, id)).establishments).toMatchObject([
      { name: 'Atelier', commune: 'Orléans (45234)', department: '45' },
    ])
  })

  test('nothing of another sheet', async ({ operator }) => {
    const actor = await operator.practitioner()
    const { id } = await actor.must(createOrganisation, { name: 'La Ruche' })
    const { id: stranger } = await actor.must(createOrganisation, { name: 'Le Moulin' })
    const { id: personId } = await actor.must(addPerson, { id, name: 'Béa', function: 'governance' })
    await actor.must(updatePerson, { id, personId, version: 1, name: 'Béa', function: 'volunteer' })
    const page = await shownOnSheet(actor, id, 'function')
    expect(await send(actor, page, { id: stranger })).toEqual({ kind: 'not-found' })
    expect(await linesOfSheet(actor, stranger)).toHaveLength(1)
  })
})
