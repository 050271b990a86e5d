import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { consultationPage } from '#app/features/consultations/consultation-page.query.server.ts'
import { openConsultation } from '#app/features/consultations/open-consultation.command.server.ts'
import { recordOffer } from '#app/features/consultations/record-offer.command.server.ts'
import { createEngineering } from '#app/features/engineerings/create-engineering.command.server.ts'
import { editEngineering } from '#app/features/engineerings/edit-engineering.command.server.ts'
import { personalLinkPage } from '#app/features/links/personal-link.query.server.ts'
import { providerPage } from '#app/features/providers/provider-page.query.server.ts'
import { answerReference } from '#app/features/references/answer-reference.command.server.ts'
import { askReference } from '#app/features/references/ask-reference.command.server.ts'
import { withdrawReference } from '#app/features/references/withdraw-reference.command.server.ts'
import { roleUrl } from '#db/roles.ts'
import { providers } from '#db/schema/engineerings.ts'
import { sends } from '#db/schema/journal.ts'
import { people } from '#db/schema/organisations.ts'
import { SECRET, withClient } from '#tests/harness/connection.ts'
import { aConsultation, createProviders } from '#tests/harness/consultations.ts'
import { submitted } from '#tests/harness/contracts.ts'
import { createCase } from '#tests/harness/missions.ts'
import { type TestActor, type TestOperator, test } from '#tests/harness/operator.ts'
import { aFinishedMission, anAskedReference } from '#tests/harness/references.ts'

async function shownOf(practitioner: TestActor, providerId: string) {
  const page = await practitioner.read(providerPage, { providerId })
  if (page.kind !== 'done') throw new Error(page.kind)
  return page.value.references
}

const confirmed = (operator: TestOperator, id: string, confirmedOn: string) =>
  operator.inside(({ tx }) => tx.update(providers).set({ confirmedOn }).where(eq(providers.id, id)))

describe('a reference', () => {
  test('is asked of the organisation once the mission is finished, by a letter to its contact', async ({
    operator,
  }) => {
    const practitioner = await operator.practitioner()
    const early = await aFinishedMission(operator, submitted)
    const ask = ({ engineeringId, one }: typeof early) =>
      practitioner.run(askReference, { engineeringId, accompanimentId: one.id })
    expect(await ask(early)).toMatchObject({ failure: { tag: 'mission-unfinished' } })
    const late = await aFinishedMission(operator)
    expect(await ask(late)).toMatchObject({ kind: 'done', value: { name: 'Direction de Terre et Partage' } })
    const letters = await operator.inside(({ tx }) =>
      tx.select({ message: sends.message, to: sends.recipient }).from(sends).where(eq(sends.operatorId, operator.id)),
    )
    expect(letters).toEqual([{ message: 'reference.asked', to: 'direction@terre.example' }])
    expect(await shownOf(practitioner, late.providerId)).toEqual([])
  })

  test('says whom it lacks', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const { engineeringId, one } = await aFinishedMission(operator)
    await operator.inside(({ tx }) => tx.update(people).set({ email: null }).where(eq(people.operatorId, operator.id)))
    expect(await practitioner.run(askReference, { engineeringId, accompanimentId: one.id })).toMatchObject({
      failure: { tag: 'person-without-email', params: { name: 'Direction de Terre et Partage' } },
    })
  })

  test('is shown as the organisation agreed, until it changes its mind or says so to the team', async ({
    operator,
  }) => {
    const { practitioner, token, providerId, engineeringId, referenceId } = await anAskedReference(operator)
    const contact = operator.contact(token)
    const about = { sector: 'Culture', place: 'Loiret', year: 2026 }
    await contact.must(answerReference, { citation: 'named' })
    expect(await shownOf(practitioner, providerId)).toMatchObject([
      { ...about, organisation: 'Terre et Partage', title: 'Modèle socio-économique' },
    ])
    await contact.must(answerReference, { citation: 'anonymous' })
    const anonymous = await shownOf(practitioner, providerId)
    expect(anonymous).toMatchObject([{ ...about, organisation: null }])
    expect(JSON.stringify(anonymous)).not.toContain('Terre et Partage')
    await contact.must(answerReference, { citation: 'none' })
    expect(await shownOf(practitioner, providerId)).toEqual([])
    await contact.must(answerReference, { citation: 'named' })
    await practitioner.must(withdrawReference, { engineeringId, referenceId })
    expect(await shownOf(practitioner, providerId)).toEqual([])
    expect(await practitioner.run(withdrawReference, { engineeringId, referenceId })).toMatchObject({
      failure: { tag: 'reference-not-given' },
    })
  })

  test('opens on itself alone: neither the case nor the references of others are behind its link', async ({
    operator,
    databaseUrl,
  }) => {
    const { token, referenceId } = await anAskedReference(operator)
    const other = await anAskedReference(operator)
    const shown = await operator.contact(token).read(personalLinkPage)
    expect(shown).toMatchObject({ value: { purpose: 'reference', reference: { id: referenceId } } })
    await withClient(roleUrl(databaseUrl, 'web', SECRET), async client => {
      await client.query(
        `select set_config('app.operator_id', $1, false), set_config('app.reach', 'subjects', false), set_config('app.subjects', $2, false)`,
        [operator.id, referenceId],
      )
      const rows = await client.query('select id from provider_references')
      expect(rows.rows).toEqual([{ id: referenceId }])
      expect(rows.rows).not.toContainEqual({ id: other.referenceId })
      expect((await client.query('select id from accompaniments')).rowCount).toBe(0)
    })
  })
})

describe('a provider whose sheet was not confirmed for a year', () => {
  test('is no longer offered, with words that say why; one of eleven months still is', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const { engineeringId, providerIds } = await aConsultation(operator, { deadline: '2026-05-01' })
    const [stale, inactive] = await createProviders(operator, ['Cabinet Onze', 'Cabinet Douze'])
    if (!stale || !inactive) throw new Error('no provider')
    await confirmed(operator, stale, '2025-04-01')
    await confirmed(operator, inactive, '2025-03-12')
    const open = (id: string) =>
      practitioner.run(openConsultation, { engineeringId, providerIds: [id], deadline: '2026-05-01' })
    expect(await open(inactive)).toMatchObject({
      failure: { tag: 'provider-inactive', field: 'providerIds', params: { provider: 'Cabinet Douze' } },
    })
    expect(await open(stale)).toMatchObject({ kind: 'done' })
    expect(await practitioner.read(consultationPage, { engineeringId })).toMatchObject({
      value: { providers: expect.arrayContaining([expect.objectContaining({ id: inactive, listing: 'inactive' })]) },
    })
    const offer = { engineeringId, receivedOn: '2026-03-01', days: '4', amount: '4000' }
    expect(await practitioner.run(recordOffer, { ...offer, providerId: inactive })).toMatchObject({
      failure: { tag: 'provider-inactive', field: 'providerId' },
    })
    // One that was asked in time may still answer.
    const [asked] = providerIds
    await confirmed(operator, asked ?? '', '2025-03-01')
    await practitioner.must(recordOffer, { ...offer, providerId: asked })
  })

  test('is not bought from, by choice or by name, but keeps the contract that it has', async ({ operator }) => {
    const practitioner = await operator.practitioner()
    const { number } = await createCase(operator)
    const [inactive] = await createProviders(operator, ['Cabinet Douze'])
    await confirmed(operator, inactive ?? '', '2026-01-01')
    const input = { number, kind: 'individual', title: 'Trésorerie' }
    const { engineeringId } = await practitioner.must(createEngineering, { ...input, providerId: inactive })
    await confirmed(operator, inactive ?? '', '2025-01-01')
    for (const [field, value] of [
      ['providerId', inactive],
      ['newProvider', 'cabinet DOUZE'],
    ] as const)
      expect(await practitioner.run(createEngineering, { ...input, [field]: value })).toMatchObject({
        failure: { tag: 'provider-inactive', field },
      })
    const edit = { engineeringId, number, version: 1, title: 'Trésorerie et budget', providerId: inactive }
    expect(await practitioner.run(editEngineering, edit)).toMatchObject({ kind: 'done' })
  })
})
