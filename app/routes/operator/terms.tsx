import { useLoaderData } from '@remix-run/react'
import { saveTerms } from '#app/features/consultations/save-terms.command.server.ts'
import { termsPage } from '#app/features/consultations/terms-page.query.server.ts'
import { TermsForm } from '#app/features/consultations/ui/terms-form.tsx'
import { EngineeringPages } from '#app/features/engineerings/ui/engineering-frame.tsx'
import { useEngineeringBase } from '#app/features/engineerings/ui/use-engineering-base.ts'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'

export const loader = page(termsPage, {
  words: ['engineerings', 'consultations'],
  title: (t, { engineering }) => [t('consultations:terms'), engineering.title].filter(Boolean).join(' · '),
})
export const meta = titled
export const action = act({
  terms: on(saveTerms, {
    done: (_value, { request }) => ({ to: new URL(request.url).pathname, toast: { key: 'saved' } }),
  }),
})

/** The terms of reference of an engineering. */
export default function Terms() {
  const { page, formKey } = useLoaderData<typeof loader>()
  const { operator, engineering } = page
  const { base } = useEngineeringBase(operator, engineering.id)
  return (
    <EngineeringPages operator={operator} engineering={engineering}>
      <TermsForm page={page} formKey={formKey} base={base} />
    </EngineeringPages>
  )
}
