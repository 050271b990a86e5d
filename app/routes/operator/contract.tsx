import { useLoaderData } from '@remix-run/react'
import { addDeliverable } from '#app/features/contracts/add-deliverable.command.server.ts'
import { contractPage } from '#app/features/contracts/contract-page.query.server.ts'
import { dropDeliverable } from '#app/features/contracts/drop-deliverable.command.server.ts'
import { dropTransfer } from '#app/features/contracts/drop-transfer.command.server.ts'
import { payInvoice } from '#app/features/contracts/pay-invoice.command.server.ts'
import { recordInvoice } from '#app/features/contracts/record-invoice.command.server.ts'
import { recordTransfer } from '#app/features/contracts/record-transfer.command.server.ts'
import { reviewDeliverable } from '#app/features/contracts/review-deliverable.command.server.ts'
import { signAmendment } from '#app/features/contracts/sign-amendment.command.server.ts'
import { submitDeliverable } from '#app/features/contracts/submit-deliverable.command.server.ts'
import { AmendmentsSection } from '#app/features/contracts/ui/amendments-section.tsx'
import { ContractTextSection } from '#app/features/contracts/ui/contract-text-section.tsx'
import { DeliverablesSection } from '#app/features/contracts/ui/deliverables-section.tsx'
import { DuesSection } from '#app/features/contracts/ui/dues-section.tsx'
import { InvoicesSection } from '#app/features/contracts/ui/invoices-section.tsx'
import { TransfersSection } from '#app/features/contracts/ui/transfers-section.tsx'
import { EngineeringPages } from '#app/features/engineerings/ui/engineering-frame.tsx'
import { useEngineeringBase } from '#app/features/engineerings/ui/use-engineering-base.ts'
import { askReference } from '#app/features/references/ask-reference.command.server.ts'
import { isFinished } from '#app/features/references/reference.ts'
import { ReferencesSection } from '#app/features/references/ui/references-section.tsx'
import { withdrawReference } from '#app/features/references/withdraw-reference.command.server.ts'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'

export const loader = page(contractPage, {
  words: ['engineerings', 'contracts', 'references', 'files', 'contractTexts'],
  title: (t, { engineering }) => [t('contracts:title'), engineering.title].filter(Boolean).join(' · '),
})
export const meta = titled

const said = (key: string, part: string) => ({
  done: (_value: unknown, { request }: { request: Request }) => ({
    to: `${new URL(request.url).pathname}#${part}`,
    toast: { key },
  }),
})
export const action = act({
  'reference.*': on(askReference, {
    done: ({ name }, { request }) => ({
      to: `${new URL(request.url).pathname}#reference`,
      toast: { key: 'referenceAsked', params: { name } },
    }),
  }),
  'withdraw.*': on(withdrawReference, said('saved', 'reference')),
  amendment: on(signAmendment, said('amendmentSigned', 'avenants')),
  deliverable: on(addDeliverable, said('saved', 'livrables')),
  'submit.*': on(submitDeliverable, said('deliverableSubmitted', 'livrables')),
  'review.*': on(reviewDeliverable, said('saved', 'livrables')),
  'drop.*': on(dropDeliverable, said('saved', 'livrables')),
  invoice: on(recordInvoice, said('invoiceRecorded', 'factures')),
  'pay.*': on(payInvoice, said('invoicePaid', 'factures')),
  transfer: on(recordTransfer, said('transferRecorded', 'versements')),
  'drop-transfer.*': on(dropTransfer, said('saved', 'versements')),
})

/** What a signed contract becomes. */
export default function Contract() {
  const { page, formKey } = useLoaderData<typeof loader>()
  const { operator, engineering } = page
  const { base } = useEngineeringBase(operator, engineering.id)
  return (
    <EngineeringPages operator={operator} engineering={engineering}>
      <ContractTextSection page={page} base={base} />
      <DeliverablesSection page={page} formKey={formKey} base={base} />
      <InvoicesSection page={page} formKey={formKey} />
      <DuesSection page={page} />
      <TransfersSection page={page} formKey={formKey} />
      <AmendmentsSection page={page} formKey={formKey} />
      <ReferencesSection
        references={engineering.providerId ? page.references : []}
        isFinished={isFinished(engineering, page.deliverables)}
        formKey={formKey}
      />
    </EngineeringPages>
  )
}
