import { writeContractText } from '#app/features/contracts/contract-text.store.server.ts'
import { replaceDeliverableFile } from '#app/features/contracts/deliverable-files.store.server.ts'
import { newId } from '#app/kernel/ids.ts'
import { funderTransfers } from '#db/schema/contracts.ts'
import { aContract, accepted, anInvoice, aPayer, contractWords, submitted } from '../contracts.ts'
import type { Sample, SampleRole } from '../use-cases.ts'

const members: readonly SampleRole[] = ['practitioner', 'manager']

export const samples: Record<string, Sample> = {
  'contract.page': {
    allowed: members,
    prepare: async operator => {
      const { one, engineeringId } = await aContract(operator)
      return { engineeringId, input: { engineeringId, number: one.number } }
    },
  },
  'contract.text-page': {
    allowed: members,
    prepare: async operator => {
      const { one, engineeringId } = await aContract(operator)
      return { engineeringId, input: { engineeringId, number: one.number } }
    },
  },
  'contract.write': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId } = await aContract(operator)
      return { engineeringId, input: { engineeringId, version: 0, ...contractWords } }
    },
  },
  'contract.take': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId } = await aContract(operator)
      const { vat: _vat, ...text } = contractWords
      await operator.inside(({ tx }) =>
        writeContractText(tx, operator.id, engineeringId, { ...text, vatBasisPoints: 2_000, version: 0 }),
      )
      return { engineeringId, input: { engineeringId } }
    },
  },
  'contract.defaults': { allowed: ['manager'], prepare: async () => ({ input: {} }) },
  'contract.set-defaults': {
    allowed: ['manager'],
    prepare: async () => ({ input: { vat: '8,5', payment: 'À trente jours.' } }),
  },
  'amendment.sign': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId } = await aContract(operator)
      const added = { days: '1,5', amount: '1050', endsOn: '2026-09-30', signedOn: '2026-03-10' }
      return { engineeringId, input: { engineeringId, version: 1, ...added, reason: 'Une étape de plus.' } }
    },
  },
  'deliverable.add': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId } = await aContract(operator)
      return { engineeringId, input: { engineeringId, title: 'Plan de communication', dueOn: '2026-05-01' } }
    },
  },
  'deliverable.drop': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId, deliverableId } = await aContract(operator)
      return { engineeringId, input: { engineeringId, deliverableId, version: 1 } }
    },
  },
  'deliverable.submit': {
    allowed: [...members, 'consultant'],
    prepare: async operator => {
      const { engineeringId, deliverableId } = await aContract(operator)
      const where = { submittedOn: '2026-03-02', address: 'https://cabinet.example/plan' }
      return { engineeringId, input: { engineeringId, deliverableId, version: 1, ...where } }
    },
  },
  'deliverable.review': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId, deliverableId } = await aContract(operator, submitted)
      const review = { verdict: 'to_revise', remark: 'Il manque les hypothèses.' }
      return { engineeringId, input: { engineeringId, deliverableId, version: 1, ...review } }
    },
  },
  'invoice.record': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId } = await aContract(operator, accepted)
      const bill = { reference: 'F-1', receivedOn: '2026-03-06', days: '2', amount: '2100,25' }
      return { engineeringId, input: { engineeringId, ...bill } }
    },
  },
  'invoice.pay': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId } = await aContract(operator, accepted)
      const invoiceId = await anInvoice(operator, engineeringId)
      const payment = { paidOn: '2026-03-10', paymentProof: 'Virement du 10 mars' }
      return { engineeringId, input: { engineeringId, invoiceId, version: 1, ...payment } }
    },
  },
  'transfer.record': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId, agreementId } = await aPayer(operator)
      const transfer = { agreementId, paidOn: '2026-03-10', amount: '2100,25', reference: 'Avis 12' }
      return { engineeringId, input: { engineeringId, ...transfer } }
    },
  },
  'transfer.drop': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId, agreementId } = await aPayer(operator)
      const transferId = newId()
      const transfer = { agreementId, paidOn: '2026-03-10', amountCents: 210_025, reference: 'Avis 12' }
      await operator.inside(({ tx }) =>
        tx.insert(funderTransfers).values({ operatorId: operator.id, id: transferId, engineeringId, ...transfer }),
      )
      return { engineeringId, input: { engineeringId, transferId } }
    },
  },
  'deliverable.room': {
    allowed: ['consultant'],
    prepare: async operator => {
      const { engineeringId } = await aContract(operator)
      return { engineeringId, input: { engineeringId } }
    },
  },
  'deliverable.deposit': {
    allowed: ['consultant'],
    prepare: async operator => {
      const { engineeringId } = await aContract(operator)
      return { engineeringId, input: { engineeringId, title: 'Tableau de bord', note: 'Remis en séance.' } }
    },
  },
  'deliverable.take': {
    allowed: members,
    prepare: async operator => {
      const { engineeringId, deliverableId } = await aContract(operator)
      const file = { id: newId(), name: 'plan.pdf', kind: 'pdf', size: 40, sha256: 'a'.repeat(64) }
      await operator.inside(({ tx }) => replaceDeliverableFile(tx, operator.id, { engineeringId, deliverableId }, file))
      return { engineeringId, input: { engineeringId, deliverableId } }
    },
  },
}
