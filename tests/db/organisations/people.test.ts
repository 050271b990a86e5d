import { describe, expect } from 'vitest'
import { openAccompaniment } from '#app/features/accompaniments/open-accompaniment.command.server.ts'
import { addPerson } from '#app/features/organisations/add-person.command.server.ts'
import { createOrganisation } from '#app/features/organisations/create-organisation.command.server.ts'
import { organisationPage } from '#app/features/organisations/organisation-page.query.server.ts'
import { updatePerson } from '#app/features/organisations/update-person.command.server.ts'
import { caseRow } from '#tests/harness/cases.ts'
import { test } from '#tests/harness/operator.ts'

describe('the people of an organisation', () => {
  test('have a role from a day and until a day, and those who have left come last', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const { id } = await practitioner.must(createOrganisation, { name: 'La Ruche' })
    const add = (name: string, dates: object) =>
      practitioner.must(addPerson, { id, name, function: 'governance', role: 'Présidente', ...dates })
    await add('Aïcha', { toOn: '2026-03-11' })
    const { id: second } = await add('Béa', { fromOn: '2026-03-12' })
    const page = await practitioner.read(organisationPage, { id })
    expect(page.kind === 'done' && page.value.people).toMatchObject([
      { name: 'Béa', fromOn: '2026-03-12', toOn: null },
      { name: 'Aïcha', toOn: '2026-03-11' },
    ])
    const wrong = {
      id,
      personId: second,
      version: 1,
      name: 'Béa',
      function: 'governance',
      fromOn: '2026-03-12',
      toOn: '2026-03-01',
    }
    expect(await practitioner.run(updatePerson, wrong)).toMatchObject({
      failure: { tag: 'ends-before', field: 'toOn' },
    })
  })

  test('are written to only while they are in their role', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const { id } = await practitioner.must(createOrganisation, { name: 'La Ruche' })
    const contactOf = async () => {
      const opening = { organisationId: id, programme: 'dla-individuel' }
      const { number } = await practitioner.must(openAccompaniment, opening)
      return (await caseRow(operator, number)).contactPersonId
    }
    await practitioner.must(addPerson, { id, name: 'Aïcha', function: 'governance', toOn: '2026-03-11' })
    await practitioner.must(addPerson, { id, name: 'Zoé', function: 'governance', fromOn: '2026-04-01' })
    expect(await contactOf()).toBeNull()
    const { id: present } = await practitioner.must(addPerson, { id, name: 'Béa', function: 'governance' })
    expect(await contactOf()).toBe(present)
  })
})
