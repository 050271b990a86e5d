import { describe, expect } from 'vitest'
import { contractPage } from '#app/features/contracts/contract-page.query.server.ts'
import { dropTransfer } from '#app/features/contracts/drop-transfer.command.server.ts'
import { transferDues } from '#app/features/contracts/funder-transfers.ts'
import { recordTransfer } from '#app/features/contracts/record-transfer.command.server.ts'
import { aPayer } from '#tests/harness/contracts.ts'
import { anAgreement } from '#tests/harness/factories/agreement.ts'
import { atOnce } from '#tests/harness/missions.ts'
import { type TestActor, test } from '#tests/harness/operator.ts'

const pageOf = async (actor: TestActor, engineeringId: string) => {
  const read = await actor.read(contractPage, { engineeringId })
  if (read.kind !== 'done') throw new Error(read.kind)
  return read.value
}
const duesOf = async (actor: TestActor, engineeringId: string) => {
  const { engineering, funders, transfers } = await pageOf(actor, engineeringId)
  return transferDues(engineering.amountCents, funders, transfers)
}

describe('what funders pay of a contract', () => {
  test('is noted against the part of each, to the cent, and taken out when it was a mistake', async ({ operator }) => {
    const { engineeringId, agreementIds } = await aPayer(operator, [2, 1])
    const [region = '', jobs = ''] = agreementIds
    const actor = await operator.practitioner()
    expect((await duesOf(actor, engineeringId)).map(({ due, left }) => [due, left])).toEqual(
      expect.arrayContaining([
        [280_033, 280_033],
        [140_017, 140_017],
      ]),
    )
    const transfer = {
      engineeringId,
      agreementId: region,
      paidOn: '2026-03-10',
      amount: '2800,33',
      reference: 'Avis 12',
    }
    await actor.must(recordTransfer, transfer)
    await actor.must(recordTransfer, { ...transfer, agreementId: jobs, amount: '0,17' })
    const dues = await duesOf(actor, engineeringId)
    expect(dues.find(({ agreementId }) => agreementId === region)).toMatchObject({ received: 280_033, left: 0 })
    expect(dues.find(({ agreementId }) => agreementId === jobs)).toMatchObject({ received: 17, left: 140_000 })
    const { transfers } = await pageOf(actor, engineeringId)
    expect(transfers).toHaveLength(2)
    const transferId = transfers.find(({ agreementId }) => agreementId === jobs)?.id ?? ''
    await actor.must(dropTransfer, { engineeringId, transferId })
    expect(await actor.run(dropTransfer, { engineeringId, transferId })).toMatchObject({ kind: 'not-found' })
    expect((await duesOf(actor, engineeringId)).find(({ agreementId }) => agreementId === jobs)).toMatchObject({
      received: 0,
      left: 140_017,
    })
  })

  test('is refused beside its field: too much without a reason, twice, to come, or of nobody who pays', async ({
    operator,
    foreign,
  }) => {
    const { engineeringId, agreementId } = await aPayer(operator)
    const actor = await operator.practitioner()
    const transfer = { engineeringId, agreementId, paidOn: '2026-03-10', amount: '4200,51', reference: 'Avis 12' }
    expect(await actor.run(recordTransfer, transfer)).toMatchObject({
      failure: { tag: 'transfer-above-due', field: 'overReason' },
    })
    await actor.must(recordTransfer, { ...transfer, overReason: 'Avance sur l’avenant à venir.' })
    expect((await pageOf(actor, engineeringId)).transfers).toMatchObject([
      { amountCents: 420_051, overReason: 'Avance sur l’avenant à venir.' },
    ])
    expect(await actor.run(recordTransfer, { ...transfer, amount: '1', overReason: 'Solde.' })).toMatchObject({
      failure: { tag: 'transfer-known', field: 'reference' },
    })
    expect(await actor.run(recordTransfer, { ...transfer, reference: 'Avis 13', paidOn: '2030-01-01' })).toMatchObject({
      failure: { tag: 'day-to-come', field: 'paidOn' },
    })
    for (const { agreementId: other } of [await anAgreement(operator), await anAgreement(foreign)])
      expect(await actor.run(recordTransfer, { ...transfer, agreementId: other })).toMatchObject({
        failure: { tag: 'unknown-agreement', field: 'agreementId' },
      })
  })

  test('two noted at once do not both fill what is left', async ({ operator }) => {
    const { engineeringId, agreementId } = await aPayer(operator)
    const actor = await operator.practitioner()
    const note = (reference: string) => () =>
      actor.run(recordTransfer, { engineeringId, agreementId, paidOn: '2026-03-10', amount: '4200,50', reference })
    const outcomes = await atOnce(operator, engineeringId, [note('Avis 12'), note('Avis 13')])
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'failed'])
    expect((await duesOf(actor, engineeringId))[0]).toMatchObject({ received: 420_050, left: 0 })
  })
})
