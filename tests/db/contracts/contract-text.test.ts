import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { termsText } from '#app/features/consultations/consultation-documents.server.ts'
import { saveTerms } from '#app/features/consultations/save-terms.command.server.ts'
import { takeTerms } from '#app/features/consultations/take-terms.command.server.ts'
import { termsPage } from '#app/features/consultations/terms-page.query.server.ts'
import { contractDocument, contractFile } from '#app/features/contracts/contract-document.server.ts'
import { contractPage } from '#app/features/contracts/contract-page.query.server.ts'
import { contractTextPage } from '#app/features/contracts/contract-text-page.query.server.ts'
import { setContractDefaults } from '#app/features/contracts/set-contract-defaults.command.server.ts'
import { signAmendment } from '#app/features/contracts/sign-amendment.command.server.ts'
import { takeContract } from '#app/features/contracts/take-contract.command.server.ts'
import { writeContract } from '#app/features/contracts/write-contract.command.server.ts'
import { engineerings } from '#db/schema/engineerings.ts'
import { aContract, contractWords } from '#tests/harness/contracts.ts'
import { atOnce } from '#tests/harness/missions.ts'
import { test } from '#tests/harness/operator.ts'

const clauses = { payment: 'À soixante jours.', ownership: 'À la structure.', vat: '8,5' }
describe('the ceiling of the terms of reference', () => {
  test('is said excluding and including VAT, to the cent', async ({ operator }) => {
    const { engineeringId } = await aContract(operator)
    const practitioner = await operator.practitioner()
    // 4 200,50 € and 5,5 %: 231,0275 € of VAT, so 4 431,53 €.
    const terms = { engineeringId, version: 0, budget: '4200,50', vat: '5,5', criteria: [] }
    await practitioner.must(saveTerms, terms)
    const { facts } = termsText(await practitioner.must(takeTerms, { engineeringId }))
    expect(facts.map(({ term, detail }) => `${term} : ${detail}`.replaceAll(/\s/gu, ' '))).toEqual(
      expect.arrayContaining(['Budget maximal HT : 4 200,50 €', 'Budget maximal TTC (TVA 5,5 %) : 4 431,53 €']),
    )
    const refused = await practitioner.run(saveTerms, { ...terms, version: 1, vat: '120' })
    expect(refused).toMatchObject({ kind: 'invalid', fields: { vat: expect.anything() } })
  })

  test('begins with the rate that the operator set', async ({ operator }) => {
    const { engineeringId } = await aContract(operator)
    const practitioner = await operator.practitioner()
    const beginsWith = async (vatBasisPoints: number) =>
      expect(await practitioner.read(termsPage, { engineeringId })).toMatchObject({
        value: { terms: { vatBasisPoints } },
      })
    await beginsWith(2_000)
    await (await operator.manager()).must(setContractDefaults, clauses)
    await beginsWith(850)
  })
})

describe('the text of a contract', () => {
  test('begins with the terms of reference and the clauses of the operator, and is then its own', async ({
    operator,
  }) => {
    const { engineeringId } = await aContract(operator)
    const practitioner = await operator.practitioner()
    await (await operator.manager()).must(setContractDefaults, clauses)
    await practitioner.must(saveTerms, { engineeringId, version: 0, issue: 'Un modèle fragile.', criteria: [] })
    expect(await practitioner.read(contractTextPage, { engineeringId })).toMatchObject({
      value: {
        text: {
          object: 'Un modèle fragile.',
          payment: 'À soixante jours.',
          termination: null,
          vatBasisPoints: 850,
          version: 0,
        },
        missing: ['text'],
      },
    })
    await practitioner.must(writeContract, { engineeringId, version: 0, ...contractWords })
    await (await operator.manager()).must(setContractDefaults, { ...clauses, payment: 'Comptant.' })
    expect(await practitioner.read(contractTextPage, { engineeringId })).toMatchObject({
      value: { text: { object: 'Refonder le modèle.', payment: 'À trente jours.', version: 1 }, missing: [] },
    })
  })

  test('is written by one at a time', async ({ operator }) => {
    const { engineeringId } = await aContract(operator)
    const [practitioner, manager] = [await operator.practitioner(), await operator.manager()]
    const text = (object: string) => ({ engineeringId, version: 0, ...contractWords, object })
    const outcomes = await atOnce(operator, engineeringId, [
      () => practitioner.run(writeContract, text('Le premier.')),
      () => manager.run(writeContract, text('Le second.')),
    ])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'done'])
  })

  test('is taken away whole, and not before: each missing part is named', async ({ operator }) => {
    const { engineeringId } = await aContract(operator)
    const practitioner = await operator.practitioner()
    expect(await practitioner.run(takeContract, { engineeringId })).toMatchObject({
      failure: { tag: 'contract-incomplete' },
    })
    await practitioner.must(writeContract, { engineeringId, version: 0, ...contractWords, termination: null })
    const [standing] = await operator.inside(({ tx }) => tx.select().from(engineerings))
    const order = (values: Partial<typeof engineerings.$inferInsert>) =>
      operator.inside(({ tx }) => tx.update(engineerings).set(values).where(eq(engineerings.id, engineeringId)))
    await order({ daysOrdered: null, providerId: null })
    expect(await practitioner.read(contractPage, { engineeringId })).toMatchObject({
      value: { missing: ['provider', 'days', 'termination'] },
    })
    await order({ daysOrdered: 4, providerId: standing?.providerId ?? null })
    await practitioner.must(writeContract, { engineeringId, version: 1, ...contractWords })
    const amended = { signedOn: '2026-03-10', days: '1', amount: '0,01', reason: 'Une étape de plus.' }
    await practitioner.must(signAmendment, { engineeringId, version: 1, ...amended })

    const taken = await practitioner.must(takeContract, { engineeringId })
    const { facts, parts } = contractDocument(taken)
    const said = (part: (typeof parts)[number] | undefined) =>
      [...(part?.paragraphs ?? []), ...(part?.table?.rows.flat() ?? [])].join('\n').replaceAll(/\s/gu, ' ')
    const part = (heading: string) => said(parts.find(one => one.heading === heading))
    expect(facts.map(({ detail }) => detail.replaceAll(/\s/gu, ' '))).toEqual(
      expect.arrayContaining(['5', '4 200,51 €', '5 040,61 €']),
    )
    expect(part('Entre les parties')).toMatch(/Cabinet .*, prestataire/)
    expect(part('Entre les parties')).toContain('Anne Roy, directrice')
    expect(part('Livrables')).toContain('Plan de trésorerie')
    expect(part('Avenants')).toContain('Une étape de plus.')
    for (const [heading, text] of [
      ['Objet', 'Refonder le modèle.'],
      ['Conditions de paiement', 'À trente jours.'],
      ['Livrables et propriété', 'À la structure.'],
      ['Règle de partage', 'Avec son accord.'],
      ['Confidentialité', 'Cinq ans.'],
      ['Données personnelles', 'Pour la mission.'],
      ['Résiliation', 'Quinze jours.'],
    ] as const)
      expect(part(heading)).toBe(text)
    const { name, body } = await contractFile(taken)
    expect(name).toBe('Convention - Modèle socio-économique.docx')
    expect(body.subarray(0, 2).toString()).toBe('PK')
  })
})
