import { describe, expect } from 'vitest'
import { addTestimony } from '#app/features/testimonies/add-testimony.command.server.ts'
import { testimonyListPage } from '#app/features/testimonies/testimony-list.query.server.ts'
import { caseIn } from '#tests/harness/cases.ts'
import { type TestActor, test } from '#tests/harness/operator.ts'

const said = { kind: 'testimony', body: 'Nous savons lire nos comptes.', collectedOn: '2026-03-10' }

async function listed(actor: TestActor, numero: string) {
  const page = await actor.read(testimonyListPage, { numero })
  if (page.kind !== 'done') throw new Error(page.kind)
  return page.value.testimonies
}

describe('what somebody said of an accompaniment', () => {
  test('is kept with how it was collected and what it does not say', async ({ operator }) => {
    const { practitioner, number } = await caseIn(operator)
    const method = 'Entretien d’une heure, sans le dirigeant.'
    const limits = 'Une seule personne sur neuf.'
    await practitioner.must(addTestimony, { number, ...said, method, limits })
    await practitioner.must(addTestimony, { number, ...said, collectedOn: '2026-03-09' })
    expect(await listed(practitioner, number)).toMatchObject([
      { method, limits, collectedOn: '2026-03-10', consents: [] },
      { method: null, limits: null, collectedOn: '2026-03-09' },
    ])
    const long = await practitioner.run(addTestimony, { number, ...said, method: 'x'.repeat(301) })
    expect(long).toMatchObject({ kind: 'invalid', fields: { method: [expect.stringContaining('input.')] } })
  })

  test('is not of a day to come, and nobody agrees by halves', async ({ operator }) => {
    const { practitioner, number } = await caseIn(operator)
    expect(await practitioner.run(addTestimony, { number, ...said, collectedOn: '2027-01-01' })).toMatchObject({
      failure: { tag: 'day-to-come', field: 'collectedOn' },
    })
    const half = { number, ...said, hasConsent: 'oui', personName: 'Aïcha Benali', audience: 'public' }
    expect(await practitioner.run(addTestimony, { ...half, givenOn: '2026-03-10' })).toMatchObject({
      failure: { tag: 'consent-incomplete', field: 'evidence' },
    })
    expect(await listed(practitioner, number)).toEqual([])
  })
})
