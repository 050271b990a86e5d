import { useLoaderData } from '@remix-run/react'
import { contractTextPage } from '#app/features/contracts/contract-text-page.query.server.ts'
import { ContractTextForm } from '#app/features/contracts/ui/contract-text-form.tsx'
import { writeContract } from '#app/features/contracts/write-contract.command.server.ts'
import { EngineeringPages } from '#app/features/engineerings/ui/engineering-frame.tsx'
import { useEngineeringBase } from '#app/features/engineerings/ui/use-engineering-base.ts'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'

export const loader = page(contractTextPage, {
  words: ['engineerings', 'contractTexts'],
  title: (t, { engineering }) => [t('contractTexts:title'), engineering.title].filter(Boolean).join(' · '),
})
export const meta = titled
export const action = act({
  text: on(writeContract, {
    done: (_value, { request }) => ({ to: new URL(request.url).pathname, toast: { key: 'saved' } }),
  }),
})

/** What the contract of an engineering says. */
export default function ContractText() {
  const { page, formKey } = useLoaderData<typeof loader>()
  const { operator, engineering } = page
  const { base } = useEngineeringBase(operator, engineering.id)
  return (
    <EngineeringPages operator={operator} engineering={engineering}>
      <ContractTextForm {...page} formKey={formKey} base={base} />
    </EngineeringPages>
  )
}
