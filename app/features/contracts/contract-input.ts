import { optionalFile } from '#app/features/files/file-input.ts'
import {
  cents,
  choice,
  day,
  decimal,
  id,
  line,
  object,
  optional,
  optionalDay,
  optionalText,
  quarterDays,
  text,
  version,
} from '#app/kernel/input.ts'
import { sharings } from './contract.ts'

const fromCase = { number: optional(line({ max: 20 })), engineeringId: id() }
const mostCents = 100_000_000_00

export const ContractAddress = object(fromCase)
const clause = () => optionalText({ max: 10_000 })
const signatory = () => optional(line({ max: 300 }))
const clauses = {
  vat: optional(decimal({ min: 0, max: 100, scale: 2 })),
  payment: clause(),
  ownership: clause(),
  sharing: clause(),
  confidentiality: clause(),
  personalData: clause(),
  termination: clause(),
}
export const ContractDefaultsInput = object(clauses)
export const ContractTextInput = object({
  ...fromCase,
  version: version(),
  operatorSignatory: signatory(),
  organisationSignatory: signatory(),
  providerSignatory: signatory(),
  object: clause(),
  ...clauses,
})
export const AmendmentInput = object({
  ...fromCase,
  version: version(),
  signedOn: day(),
  days: optional(quarterDays({ min: -4_000, max: 4_000 })),
  amount: optional(cents({ min: -mostCents, max: mostCents })),
  endsOn: optionalDay(),
  reason: text({ max: 2_000 }),
})
export const NewDeliverableInput = object({ ...fromCase, title: line({ max: 300 }), dueOn: optionalDay() })
const one = { ...fromCase, deliverableId: id(), version: version() }
export const DropDeliverableInput = object(one)
export const SubmitDeliverableInput = object({
  ...one,
  submittedOn: day(),
  address: optional(line({ max: 1_000 })),
  note: optionalText({ max: 5_000 }),
  ...optionalFile(),
})
export const DepositDeliverableInput = object({
  engineeringId: id(),
  title: line({ max: 300 }),
  address: optional(line({ max: 1_000 })),
  note: optionalText({ max: 5_000 }),
  ...optionalFile(),
})
export const TakeDeliverableInput = object({ ...fromCase, deliverableId: id() })
export const ReviewDeliverableInput = object({
  ...one,
  verdict: choice(['accepted', 'to_revise']),
  remark: optionalText({ max: 5_000 }),
  acceptedOn: optionalDay(),
  acceptedBy: optional(line({ max: 200 })),
  sharing: optional(choice(sharings)),
})
export const InvoiceInput = object({
  ...fromCase,
  reference: line({ max: 100 }),
  receivedOn: day(),
  days: quarterDays({ min: 0, max: 4_000 }),
  amount: cents({ min: 1, max: mostCents }),
})
export const TransferInput = object({
  ...fromCase,
  agreementId: id(),
  paidOn: day(),
  amount: cents({ min: 1, max: mostCents }),
  reference: line({ max: 100 }),
  overReason: optionalText({ max: 2_000 }),
})
export const DropTransferInput = object({ ...fromCase, transferId: id() })
export const PaymentInput = object({
  ...fromCase,
  invoiceId: id(),
  version: version(),
  paidOn: day(),
  paymentProof: line({ max: 300 }),
})
