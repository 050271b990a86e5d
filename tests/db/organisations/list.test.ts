import { describe, expect } from 'vitest'
import { openAccompaniment } from '#app/features/accompaniments/open-accompaniment.command.server.ts'
import { organisationList } from '#app/features/organisations/organisation-list.query.server.ts'
import { aCase } from '#tests/harness/factories/accompaniment.ts'
import { test } from '#tests/harness/operator.ts'

describe('the list of organisations', () => {
  test('counts the cases of each, and of no other', async ({ operator }) => {
    const twice = await aCase(operator, {}, { name: 'Le Fournil' })
    await aCase(operator, {}, { name: 'Terre et Partage' })
    const practitioner = await operator.practitioner()
    await practitioner.must(openAccompaniment, {
      organisationId: twice.organisationId,
      programme: 'dla-individuel',
      requestedOn: '2026-03-10',
      channel: 'direct',
    })
    const list = await practitioner.read(organisationList)
    if (list.kind !== 'done') throw new Error(list.kind)
    expect(list.value.organisations.map(({ name, cases }) => [name, cases])).toEqual([
      ['Le Fournil', 2],
      ['Terre et Partage', 1],
    ])
  })
})
