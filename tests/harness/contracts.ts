import { newId } from '#app/kernel/ids.ts'
import { deliverables, invoices } from '#db/schema/contracts.ts'
import { funderParts } from '#db/schema/shares.ts'
import { anAgreement } from './factories/agreement.ts'
import { createCase, createEngineering, createSession, type TestCase } from './missions.ts'
import type { TestOperator } from './operator.ts'

export type TestContract = { one: TestCase; engineeringId: string; deliverableId: string }

/** A signed contract of four days and 4 200,50 €, two of its days held, and one deliverable in this state. */
export async function aContract(
  operator: TestOperator,
  deliverable: Partial<typeof deliverables.$inferInsert> = {},
): Promise<TestContract> {
  const one = await createCase(operator, 'Terre et Partage')
  const engineeringId = await createEngineering(operator, [one], { amountCents: 420_050 })
  for (const heldOn of ['2026-02-05', '2026-02-19']) await createSession(operator, engineeringId, { heldOn })
  const deliverableId = newId()
  await operator.inside(({ tx }) =>
    tx.insert(deliverables).values({
      operatorId: operator.id,
      id: deliverableId,
      engineeringId,
      title: 'Plan de trésorerie',
      dueOn: '2026-03-01',
      ...deliverable,
    }),
  )
  return { one, engineeringId, deliverableId }
}

export const submitted = { state: 'submitted', submittedOn: '2026-03-02', note: 'Remis en main propre.' } as const
export const accepted = {
  ...submitted,
  state: 'accepted',
  acceptedOn: '2026-03-05',
  acceptedBy: 'Jeanne Martin',
  sharing: 'operator',
} as const

export async function anInvoice(operator: TestOperator, engineeringId: string): Promise<string> {
  const id = newId()
  await operator.inside(({ tx }) =>
    tx.insert(invoices).values({
      operatorId: operator.id,
      id,
      engineeringId,
      reference: 'F-1',
      receivedOn: '2026-03-06',
      quarters: 8,
      amountCents: 210_025,
    }),
  )
  return id
}

/** A contract that agreements pay by these weights; the first one alone is asked for most often. */
export async function aPayer(operator: TestOperator, weights: readonly number[] = [1]) {
  const contract = await aContract(operator)
  const agreementIds: string[] = []
  for (const weight of weights) {
    const { agreementId } = await anAgreement(operator)
    agreementIds.push(agreementId)
    const { engineeringId } = contract
    await operator.inside(({ tx }) =>
      tx.insert(funderParts).values({ operatorId: operator.id, id: newId(), engineeringId, agreementId, weight }),
    )
  }
  return { ...contract, agreementIds, agreementId: agreementIds[0] ?? '' }
}

/** What a contract says, as its form sends it. */
export const contractWords = {
  operatorSignatory: 'Anne Roy, directrice',
  organisationSignatory: null,
  providerSignatory: null,
  object: 'Refonder le modèle.',
  vat: '20',
  payment: 'À trente jours.',
  ownership: 'À la structure.',
  sharing: 'Avec son accord.',
  confidentiality: 'Cinq ans.',
  personalData: 'Pour la mission.',
  termination: 'Quinze jours.',
} as const
