import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { payInvoice } from '#app/features/contracts/pay-invoice.command.server.ts'
import { recordInvoice } from '#app/features/contracts/record-invoice.command.server.ts'
import { reviewDeliverable } from '#app/features/contracts/review-deliverable.command.server.ts'
import { signAmendment } from '#app/features/contracts/sign-amendment.command.server.ts'
import { submitDeliverable } from '#app/features/contracts/submit-deliverable.command.server.ts'
import { editEngineering } from '#app/features/engineerings/edit-engineering.command.server.ts'
import { correctSession } from '#app/features/sessions/correct-session.command.server.ts'
import { recordSession } from '#app/features/sessions/record-session.command.server.ts'
import { amendments, deliverables, invoices } from '#db/schema/contracts.ts'
import { engineerings, sessions } from '#db/schema/engineerings.ts'
import { aContract, accepted, anInvoice, submitted } from '#tests/harness/contracts.ts'
import { atOnce, heldSession } from '#tests/harness/missions.ts'
import { type TestOperator, test } from '#tests/harness/operator.ts'

const contractRow = (operator: TestOperator, id: string) =>
  operator.inside(async ({ tx }) => {
    const [row] = await tx.select().from(engineerings).where(eq(engineerings.id, id))
    if (!row) throw new Error('no such engineering')
    return row
  })
const bill = (engineeringId: string, reference: string, days: string, amount: string) => ({
  engineeringId,
  reference,
  days,
  amount,
  receivedOn: '2026-03-10',
})

describe('an amendment', () => {
  test('adds to the contract what it says, and the contract is no longer edited beside it', async ({ operator }) => {
    const { engineeringId } = await aContract(operator)
    const practitioner = await operator.practitioner()
    const added = { days: '-0,25', amount: '-0,01', endsOn: '2026-09-30', signedOn: '2026-03-10', reason: 'Retard.' }
    await practitioner.must(signAmendment, { engineeringId, version: 1, ...added })
    expect(await contractRow(operator, engineeringId)).toMatchObject({
      daysOrdered: 3.75,
      amountCents: 420_049,
      endsOn: '2026-09-30',
      version: 2,
    })
    expect(await operator.inside(({ tx }) => tx.select().from(amendments))).toMatchObject([
      { rank: 1, quartersAdded: -1, centsAdded: -1, endsOnBefore: '2026-06-30', endsOn: '2026-09-30' },
    ])
    const edit = {
      engineeringId,
      version: 2,
      title: 'Titre',
      signedOn: '2026-01-10',
      startsOn: '2026-01-15',
      endsOn: '2026-09-30',
      daysOrdered: '5',
      amount: '4200,49',
    }
    expect(await practitioner.run(editEngineering, edit)).toMatchObject({
      failure: { tag: 'contract-amended', field: 'daysOrdered' },
    })
    await practitioner.must(editEngineering, { ...edit, daysOrdered: '3,75' })
  })

  test('is signed by one at a time', async ({ operator }) => {
    const { engineeringId } = await aContract(operator)
    const [practitioner, manager] = [await operator.practitioner(), await operator.manager()]
    const added = { engineeringId, version: 1, days: '1', signedOn: '2026-03-10', reason: 'Une étape de plus.' }
    const outcomes = await atOnce(operator, engineeringId, [
      () => practitioner.run(signAmendment, added),
      () => manager.run(signAmendment, added),
    ])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['conflict', 'done'])
    expect(await contractRow(operator, engineeringId)).toMatchObject({ daysOrdered: 5 })
  })
})

describe('a deliverable', () => {
  test('is submitted by its consultant, revised, and accepted with what may be shared', async ({ operator }) => {
    const { engineeringId, deliverableId } = await aContract(operator)
    const [consultant, practitioner] = [await operator.consultant(engineeringId), await operator.practitioner()]
    const one = { engineeringId, deliverableId }
    const given = { ...one, submittedOn: '2026-03-02' }
    expect(await consultant.run(submitDeliverable, { ...given, version: 1 })).toMatchObject({
      failure: { tag: 'deliverable-nowhere', field: 'address' },
    })
    await consultant.must(submitDeliverable, { ...given, version: 1, address: 'https://cabinet.example/plan' })
    expect(await practitioner.run(reviewDeliverable, { ...one, version: 2, verdict: 'to_revise' })).toMatchObject({
      failure: { tag: 'remark-needed', field: 'remark' },
    })
    const remark = 'Il manque les hypothèses.'
    await practitioner.must(reviewDeliverable, { ...one, version: 2, verdict: 'to_revise', remark })
    await consultant.must(submitDeliverable, { ...given, version: 3, note: 'Hypothèses ajoutées.' })
    const yes = { ...one, version: 4, verdict: 'accepted', acceptedOn: '2026-03-12', acceptedBy: 'Jeanne Martin' }
    expect(await practitioner.run(reviewDeliverable, yes)).toMatchObject({
      failure: { tag: 'sharing-undecided', field: 'sharing' },
    })
    await practitioner.must(reviewDeliverable, { ...yes, sharing: 'funder' })
    const [row] = await operator.inside(({ tx }) => tx.select().from(deliverables))
    expect(row).toMatchObject({ state: 'accepted', sharing: 'funder', acceptedBy: 'Jeanne Martin', version: 5 })
  })

  test('that is still expected keeps the engineering from being delivered', async ({ operator }) => {
    const { engineeringId } = await aContract(operator)
    const practitioner = await operator.practitioner()
    const edit = {
      engineeringId,
      version: 1,
      title: 'Titre',
      signedOn: '2026-01-10',
      startsOn: '2026-01-15',
      endsOn: '2026-06-30',
      daysOrdered: '4',
      amount: '4200,50',
      deliveredOn: '2026-03-10',
    }
    expect(await practitioner.run(editEngineering, edit)).toMatchObject({
      failure: { tag: 'deliverables-missing', field: 'deliveredOn', params: { count: 1 } },
    })
  })
})

describe('an invoice', () => {
  test('waits for days held and for what was due to be accepted', async ({ operator }) => {
    const { engineeringId, deliverableId } = await aContract(operator, submitted)
    const practitioner = await operator.practitioner()
    expect(await practitioner.run(recordInvoice, bill(engineeringId, 'F-1', '2,25', '2100'))).toMatchObject({
      failure: { tag: 'invoice-over-held', field: 'days', params: { left: 2 } },
    })
    expect(await practitioner.run(recordInvoice, bill(engineeringId, 'F-1', '2', '2100'))).toMatchObject({
      failure: { tag: 'deliverable-not-accepted', params: { title: 'Plan de trésorerie' } },
    })
    const yes = { verdict: 'accepted', acceptedOn: '2026-03-10', acceptedBy: 'Jeanne Martin', sharing: 'private' }
    await practitioner.must(reviewDeliverable, { engineeringId, deliverableId, version: 1, ...yes })
    await practitioner.must(recordInvoice, bill(engineeringId, 'F-1', '2', '2100'))
    expect(await practitioner.run(recordInvoice, bill(engineeringId, 'F-2', '0,25', '100'))).toMatchObject({
      failure: { tag: 'invoice-over-held', params: { left: 0 } },
    })
    expect(await practitioner.run(recordInvoice, bill(engineeringId, 'F-1', '0', '100'))).toMatchObject({
      failure: { tag: 'invoice-known', field: 'reference' },
    })
  })

  test('recorded twice at once takes the last held day once', async ({ operator }) => {
    const { engineeringId } = await aContract(operator, accepted)
    const [practitioner, manager] = [await operator.practitioner(), await operator.manager()]
    const outcomes = await atOnce(operator, engineeringId, [
      () => practitioner.run(recordInvoice, bill(engineeringId, 'F-1', '1,25', '1000')),
      () => manager.run(recordInvoice, bill(engineeringId, 'F-2', '1', '1000')),
    ])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'failed'])
    const rows = await operator.inside(({ tx }) => tx.select().from(invoices))
    expect(rows.reduce((sum, { quarters }) => sum + quarters, 0)).toBeLessThanOrEqual(8)
  })

  test('keeps its days held: a consultant cannot correct her session below them', async ({ operator }) => {
    const { engineeringId } = await aContract(operator, accepted)
    await anInvoice(operator, engineeringId)
    const consultant = await operator.consultant(engineeringId)
    const [session] = await operator.inside(({ tx }) => tx.select().from(sessions))
    const corrected = { ...heldSession(engineeringId), sessionId: session?.id, version: 1, heldOn: '2026-02-05' }
    expect(await consultant.run(correctSession, { ...corrected, days: '0,5' })).toMatchObject({
      failure: { tag: 'held-under-invoiced', field: 'days', params: { invoiced: 2 } },
    })
    await consultant.must(correctSession, { ...corrected, days: '1,5' })
  })

  test('is paid with its proof; the last one pays the engineering', async ({ operator }) => {
    const { engineeringId } = await aContract(operator, accepted)
    const practitioner = await operator.practitioner()
    const first = await anInvoice(operator, engineeringId)
    const payment = { engineeringId, version: 1, paidOn: '2026-03-10', paymentProof: 'Virement du 10 mars' }
    expect(await practitioner.run(payInvoice, { ...payment, invoiceId: first, paidOn: '2026-03-05' })).toMatchObject({
      failure: { tag: 'paid-before-invoice', field: 'paidOn' },
    })
    await practitioner.must(payInvoice, { ...payment, invoiceId: first })
    expect(await practitioner.run(payInvoice, { ...payment, invoiceId: first, version: 2 })).toMatchObject({
      failure: { tag: 'invoice-paid' },
    })
    expect(await contractRow(operator, engineeringId)).toMatchObject({ state: 'signed', paidOn: null })
    await practitioner.must(recordSession, { ...heldSession(engineeringId), days: '2', heldOn: '2026-03-09' })
    await practitioner.must(recordInvoice, bill(engineeringId, 'F-2', '2', '2100,25'))
    const last = await operator.inside(async ({ tx }) =>
      (await tx.select().from(invoices)).find(({ reference }) => reference === 'F-2'),
    )
    await practitioner.must(payInvoice, { ...payment, invoiceId: last?.id })
    expect(await contractRow(operator, engineeringId)).toMatchObject({ state: 'paid', paidOn: '2026-03-10' })
  })
})
