import { and, eq, like } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { minutesText, termsFile, termsText } from '#app/features/consultations/consultation-documents.server.ts'
import { consultationPage } from '#app/features/consultations/consultation-page.query.server.ts'
import { decideConsultation } from '#app/features/consultations/decide-consultation.command.server.ts'
import { openConsultation } from '#app/features/consultations/open-consultation.command.server.ts'
import { recordOffer } from '#app/features/consultations/record-offer.command.server.ts'
import { saveTerms } from '#app/features/consultations/save-terms.command.server.ts'
import { scoreOffers } from '#app/features/consultations/score-offers.command.server.ts'
import { takeMinutes } from '#app/features/consultations/take-minutes.command.server.ts'
import { takeTerms } from '#app/features/consultations/take-terms.command.server.ts'
import { termsPage } from '#app/features/consultations/terms-page.query.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { diagnostics, needs } from '#db/schema/accompaniments.ts'
import { consultations, offers } from '#db/schema/consultations.ts'
import { engineerings, providers } from '#db/schema/engineerings.ts'
import { sends } from '#db/schema/journal.ts'
import { aConsultation, anUnsigned, createProviders } from '#tests/harness/consultations.ts'
import { atOnce, createCase, createEngineering } from '#tests/harness/missions.ts'
import { type TestOperator, test } from '#tests/harness/operator.ts'

const later = () => new Date('2026-04-02T09:00:00Z')
const criteria = [
  { label: 'Méthode', weight: '60' },
  { label: 'Prix', weight: '40' },
  { label: '', weight: '' },
]
const written = { context: 'Une ressourcerie.', issue: 'Un modèle fragile.', days: '4', budget: '5000', criteria }
const letters = (operator: TestOperator, message: string) =>
  operator.inside(({ tx }) =>
    tx
      .select({ message: sends.message, recipient: sends.recipient })
      .from(sends)
      .where(and(eq(sends.operatorId, operator.id), like(sends.message, `${message}%`)))
      .orderBy(sends.recipient),
  )

describe('the terms of reference', () => {
  test('begin with what the diagnostic says, and are then those that were written', async ({ operator }) => {
    const one = await createCase(operator)
    const engineeringId = await anUnsigned(operator, [one])
    await operator.inside(async ({ tx }) => {
      const own = { operatorId: operator.id, accompanimentId: one.id }
      await tx.insert(diagnostics).values({ ...own, id: newId(), conclusions: 'Le modèle tient à une aide.' })
      await tx
        .insert(needs)
        .values({ ...own, id: newId(), rank: 1, domain: 'strategic', title: 'Trouver d’autres recettes' })
    })
    const practitioner = await operator.practitioner()
    const draft = await practitioner.read(termsPage, { engineeringId, number: one.number })
    expect(draft).toMatchObject({
      value: {
        isDraft: true,
        terms: { issue: 'Le modèle tient à une aide.', results: '- Trouver d’autres recettes', version: 0 },
      },
    })
    await practitioner.must(saveTerms, { engineeringId, version: 0, ...written })
    expect(await practitioner.read(termsPage, { engineeringId })).toMatchObject({
      value: {
        isDraft: false,
        terms: { issue: 'Un modèle fragile.', quarters: 16, budgetCents: 500_000, version: 1 },
        criteria: [
          { label: 'Méthode', weight: 60 },
          { label: 'Prix', weight: 40 },
        ],
      },
    })
  })

  test('are written by one at a time: the second sees both texts', async ({ operator }) => {
    const engineeringId = await anUnsigned(operator, [await createCase(operator)])
    const [practitioner, manager] = [await operator.practitioner(), await operator.manager()]
    const text = (context: string) => ({ engineeringId, version: 0, ...written, context })
    const outcomes = await atOnce(operator, engineeringId, [
      () => practitioner.run(saveTerms, text('Le premier.')),
      () => manager.run(saveTerms, text('Le second.')),
    ])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'done'])
    expect(outcomes.find(({ kind }) => kind === 'conflict')).toMatchObject({
      current: { version: 1, values: { context: expect.stringMatching(/Le (premier|second)\./), days: '4' } },
    })
  })

  test('ask for the points of a criterion beside its field', async ({ operator }) => {
    const engineeringId = await anUnsigned(operator, [await createCase(operator)])
    const practitioner = await operator.practitioner()
    const outcome = await practitioner.run(saveTerms, {
      engineeringId,
      version: 0,
      criteria: [{ label: 'Méthode', weight: '' }],
    })
    expect(outcome).toMatchObject({ failure: { tag: 'criterion-without-weight', field: 'criteria[0].weight' } })
  })

  test('are taken away as a document that says what is missing', async ({ operator }) => {
    const { engineeringId } = await aConsultation(operator)
    const practitioner = await operator.practitioner()
    const taken = await practitioner.must(takeTerms, { engineeringId })
    const text = termsText(taken)
    expect(text.parts.map(({ paragraphs }) => paragraphs[0])).toContain('À compléter.')
    expect(text.parts.at(-1)?.table?.rows).toEqual([
      ['Méthode', '60'],
      ['Prix', '40'],
      ['Total', '100'],
    ])
    const { body, name } = await termsFile(taken)
    expect(name).toBe('Cahier des charges - Modèle socio-économique.docx')
    expect(body.subarray(0, 2).toString()).toBe('PK')
  })
})

describe('a consultation', () => {
  test('goes from the terms to the contract, and every bidder is told', async ({ operator }) => {
    const one = await createCase(operator)
    const engineeringId = await anUnsigned(operator, [one])
    const providerIds = await createProviders(operator, ['Cabinet Aubrac', 'Cabinet Berry', 'Cabinet Causse'])
    const practitioner = await operator.practitioner()
    const opening = { engineeringId, providerIds, deadline: '2026-03-27' }
    expect(await practitioner.run(openConsultation, opening)).toMatchObject({ failure: { tag: 'terms-missing' } })
    await practitioner.must(saveTerms, { engineeringId, version: 0, ...written, agreedOn: '2026-03-11' })
    await practitioner.must(openConsultation, opening)
    expect(await letters(operator, 'consultation')).toHaveLength(3)
    expect(await practitioner.run(saveTerms, { engineeringId, version: 1, ...written })).toMatchObject({
      failure: { tag: 'terms-sent' },
    })
    const offer = (rank: number, days: string, amount: string) => ({
      engineeringId,
      providerId: providerIds[rank],
      receivedOn: '2026-03-12',
      days,
      amount,
    })
    await practitioner.must(recordOffer, offer(0, '4', '4200,50'))
    await practitioner.must(recordOffer, offer(1, '4,5', '4500'))
    const page = async () => {
      const read = await practitioner.read(consultationPage, { engineeringId }, later)
      if (read.kind !== 'done') throw new Error(read.kind)
      return read.value
    }
    const { offers: came, criteria: grid } = await page()
    const scores = came.flatMap(({ id: offerId }, rank) =>
      grid.map(({ id: criterionId }) => ({ offerId, criterionId, organisation: `${30 - rank}`, practitioner: '' })),
    )
    const scoring = { engineeringId, version: 1, scores }
    expect(await practitioner.run(scoreOffers, scoring)).toMatchObject({ failure: { tag: 'deadline-not-passed' } })
    await practitioner.must(scoreOffers, scoring, { clock: later })
    const decision = {
      engineeringId,
      version: 2,
      chosenOfferId: came[0]?.id,
      preferredOfferId: came[0]?.id,
      decidedOn: '2026-04-02',
      justification: 'La meilleure méthode.',
      conflict: 'none',
    }
    await practitioner.must(decideConsultation, decision, { clock: later })
    expect(await letters(operator, 'offer')).toEqual([
      { message: 'offer.retained', recipient: 'offres0@cabinet.example' },
      { message: 'offer.declined', recipient: 'offres1@cabinet.example' },
    ])
    const [contract] = await operator.inside(({ tx }) =>
      tx.select().from(engineerings).where(eq(engineerings.id, engineeringId)),
    )
    expect(contract).toMatchObject({ providerId: providerIds[0], daysOrdered: 4, amountCents: 420_050, state: 'draft' })
    const minutes = minutesText(await practitioner.must(takeMinutes, { engineeringId }, { clock: later }))
    expect(minutes.parts[1]?.table?.rows.map(row => row[4])).toEqual(['60 / 100', '58 / 100'])
    expect(await practitioner.run(decideConsultation, { ...decision, version: 3 }, { clock: later })).toMatchObject({
      failure: { tag: 'consultation-decided' },
    })
    expect((await page()).told).toHaveLength(2)
  })

  test('with fewer than three providers asks why, beside the field', async ({ operator }) => {
    const engineeringId = await anUnsigned(operator, [await createCase(operator)])
    const providerIds = await createProviders(operator, ['Cabinet Aubrac'])
    const practitioner = await operator.practitioner()
    await practitioner.must(saveTerms, { engineeringId, version: 0, ...written, agreedOn: '2026-03-11' })
    const opening = { engineeringId, providerIds, deadline: '2026-03-27' }
    expect(await practitioner.run(openConsultation, opening)).toMatchObject({
      failure: { tag: 'too-few-providers', field: 'waiverReason', params: { asked: 1, usual: 3 } },
    })
    await practitioner.must(openConsultation, { ...opening, waiverReason: 'Rare.', waiverDocument: 'Note du 3 mars' })
  })

  test('asks nobody who cannot be written to, nor a firm of another operator', async ({ operator, foreign }) => {
    const { engineeringId, providerIds } = await aConsultation(operator)
    const [theirs] = await createProviders(foreign, ['Cabinet Foreign'])
    const [mute] = await createProviders(operator, ['Cabinet Muet'])
    await operator.inside(({ tx }) =>
      tx
        .update(providers)
        .set({ email: null })
        .where(eq(providers.id, mute ?? '')),
    )
    const practitioner = await operator.practitioner()
    const open = (id: string | undefined) =>
      practitioner.run(openConsultation, { engineeringId, providerIds: [id], deadline: '2026-04-01' })
    expect(await open(mute)).toMatchObject({ failure: { tag: 'provider-without-email' } })
    expect(await open(theirs)).toMatchObject({ failure: { tag: 'provider-gone' } })
    // One who was asked already is not written to again.
    expect(await open(providerIds[0])).toMatchObject({ kind: 'done', value: { asked: 0 } })
  })

  test('is never brought forward, nor opened for a contract already signed', async ({ operator }) => {
    const { engineeringId } = await aConsultation(operator, { deadline: '2026-05-01' })
    const practitioner = await operator.practitioner()
    expect(await practitioner.run(openConsultation, { engineeringId, deadline: '2026-04-01' })).toMatchObject({
      failure: { tag: 'deadline-brought-forward', field: 'deadline' },
    })
    const signed = await createEngineering(operator, [await createCase(operator)])
    expect(await practitioner.run(openConsultation, { engineeringId: signed, deadline: '2026-04-01' })).toMatchObject({
      failure: { tag: 'engineering-bought' },
    })
  })

  test('keeps the last of two offers of one firm', async ({ operator }) => {
    const { engineeringId, providerIds } = await aConsultation(operator)
    const practitioner = await operator.practitioner()
    const offer = { engineeringId, providerId: providerIds[0], receivedOn: '2026-02-25', days: '5', amount: '5000,01' }
    await practitioner.must(recordOffer, offer)
    const own = await operator.inside(({ tx }) =>
      tx
        .select()
        .from(offers)
        .where(eq(offers.providerId, providerIds[0] ?? '')),
    )
    expect(own).toMatchObject([{ days: 5, amountCents: 500_001, version: 2 }])
  })

  test('refuses points above the weight beside their field, and a decision on an old page', async ({ operator }) => {
    const { engineeringId, offerIds, criterionIds } = await aConsultation(operator, { isScored: true })
    const practitioner = await operator.practitioner()
    const scores = [{ offerId: offerIds[0], criterionId: criterionIds[1], organisation: '41', practitioner: '' }]
    expect(await practitioner.run(scoreOffers, { engineeringId, version: 1, scores })).toMatchObject({
      failure: { tag: 'points-over-weight', field: 'scores[0].organisation', params: { max: 40 } },
    })
    const decision = {
      engineeringId,
      version: 7,
      chosenOfferId: offerIds[0],
      decidedOn: '2026-03-01',
      justification: 'La meilleure méthode.',
      conflict: 'none',
    }
    expect(await practitioner.run(decideConsultation, decision)).toMatchObject({ kind: 'conflict' })
    const [row] = await operator.inside(({ tx }) => tx.select().from(consultations))
    expect(row).toMatchObject({ decidedOn: null, version: 1 })
  })
})
