import { describe, expect } from 'vitest'
import { inviteNetwork } from '#app/features/network-readers/invite-network.command.server.ts'
import { revokeNetwork } from '#app/features/network-readers/revoke-network.command.server.ts'
import { networkEditionsPage } from '#app/features/reports/network-editions.query.server.ts'
import { reportListPage } from '#app/features/reports/report-list.query.server.ts'
import { anAgreement } from '#tests/harness/factories/agreement.ts'
import { anEdition } from '#tests/harness/factories/edition.ts'
import { createOperator, TestActor, type TestOperator, test } from '#tests/harness/operator.ts'
import { newPerson } from '#tests/harness/person.ts'

const tagOf = (outcome: { kind: string; failure?: { tag: string } }) => outcome.failure?.tag ?? outcome.kind
const through = (operator: TestOperator, userId: string) =>
  new TestActor({ kind: 'user', userId, operatorSlug: operator.slug, secondFactor: true }, userId)

/** A manager of the region, whom a department lets read what it publishes. */
async function regionOf(department: TestOperator) {
  const region = await createOperator()
  const manager = await region.manager()
  const person = await newPerson({ name: 'Régine Loiret' })
  await region.grant(person.userId, 'practitioner')
  await (await department.manager()).must(inviteNetwork, { name: 'Régine', email: person.email })
  return { region, manager, person }
}

describe('a region that a department invites', () => {
  test('reads the editions that the department published, and keeps its own space', async ({ operator }) => {
    const { region, person } = await regionOf(operator)
    const { agreementId } = await anAgreement(operator)
    await anEdition(operator, agreementId, { state: 'published' })
    expect(await through(operator, person.userId).read(networkEditionsPage)).toMatchObject({
      kind: 'done',
      value: { operator: { slug: operator.slug }, editions: [{}] },
    })
    expect(await through(region, person.userId).read(reportListPage)).toMatchObject({
      kind: 'done',
      value: { readsANetwork: true, networkReaders: [] },
    })
    expect(await (await region.practitioner()).read(reportListPage)).toMatchObject({ value: { readsANetwork: false } })
    expect(await through(operator, person.userId).read(reportListPage)).toEqual({ kind: 'not-found' })
  })

  test('reads nothing any more once the department has ended it', async ({ operator }) => {
    const { region, person } = await regionOf(operator)
    const manager = await operator.manager()
    const page = await manager.read(reportListPage)
    const [reader] = page.kind === 'done' ? page.value.networkReaders : []
    expect(reader).toMatchObject({ name: 'Régine Loiret', email: person.email })
    expect(await (await operator.practitioner()).run(revokeNetwork, { grantId: reader?.grantId })).toEqual({
      kind: 'not-found',
    })
    await manager.must(revokeNetwork, { grantId: reader?.grantId })
    expect(await through(operator, person.userId).read(networkEditionsPage)).toEqual({ kind: 'not-found' })
    expect(await through(region, person.userId).read(reportListPage)).toMatchObject({ value: { readsANetwork: false } })
  })
})

test('nobody is invited twice, nor who already has her own way in', async ({ operator }) => {
  const { person } = await regionOf(operator)
  const manager = await operator.manager()
  const invited = (email: string) => manager.run(inviteNetwork, { name: 'Régine', email })
  expect(tagOf(await invited(person.email))).toBe('network-already-reads')
  const member = await newPerson()
  await operator.grant(member.userId, 'practitioner')
  expect(tagOf(await invited(member.email))).toBe('network-known-here')
})
