import { useLoaderData, useParams, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { hasRegister, searchCompanies } from '#app/features/organisations/company-search.server.ts'
import { createOrganisation } from '#app/features/organisations/create-organisation.command.server.ts'
import { newOrganisationPage } from '#app/features/organisations/new-organisation-page.query.server.ts'
import { CompanyChoice } from '#app/features/organisations/ui/company-choice.tsx'
import { OrganisationForm } from '#app/features/organisations/ui/organisation-form.tsx'
import { act, on } from '#app/http/guard.server.ts'
import { pageBeside } from '#app/http/page-beside.server.ts'
import { titled } from '#app/http/page-title.ts'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = pageBeside(newOrganisationPage, {
  words: ['organisations', 'choices', 'fields'],
  title: t => t('organisations:form.createTitle'),
  input: ({ request }) => ({ cherche: new URL(request.url).searchParams.get('cherche') }),
  // Nothing asked is still a question: whether there is a register to ask.
  beside: async ({ words }) => (words || !hasRegister() ? searchCompanies(words ?? '') : null),
})
export const meta = titled

export const action = act({
  create: on(createOrganisation, {
    // On the way to opening a case, the organisation comes back to it.
    done: ({ id }, { params, request }) => ({
      to:
        new URL(request.url).searchParams.get('pour') === 'accompagnement'
          ? `/o/${params.operator}/accompagnements/nouveau?structure=${id}`
          : `/o/${params.operator}/structures/${id}`,
      toast: { key: 'organisationCreated' },
    }),
  }),
})

export default function NewOrganisation() {
  const { t } = useTranslation('organisations')
  const { page, beside, formKey } = useLoaderData<typeof loader>()
  const { operator } = useParams()
  const [search] = useSearchParams()
  const companies = beside?.kind === 'found' ? beside.companies : []
  const company = companies.find(({ siren }) => siren === search.get('entreprise'))
  const chosenAt = (siren: string) => {
    const next = new URLSearchParams(search)
    next.set('entreprise', siren)
    return `?${next}`
  }
  return (
    <>
      <PageHeader
        title={t('form.createTitle')}
        crumbs={[{ to: `/o/${operator}/structures`, label: t('page.list') }]}
        crumbsLabel={t('page.way')}
      />
      <CompanyChoice search={beside} words={page.words} chosenAt={({ siren }) => chosenAt(siren)} />
      <OrganisationForm
        key={company?.siren}
        company={company}
        formKey={formKey}
        name="create"
        organisation={null}
        suggestedName={search.get('nom') ?? ''}
        cancelTo={`/o/${operator}/structures`}
      />
    </>
  )
}
