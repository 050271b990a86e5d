import { useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { companyPage } from '#app/features/organisations/company-page.query.server.ts'
import { searchCompanies } from '#app/features/organisations/company-search.server.ts'
import { fillIdentity } from '#app/features/organisations/fill-identity.command.server.ts'
import { CompanyChoice } from '#app/features/organisations/ui/company-choice.tsx'
import { CompanyDifferences } from '#app/features/organisations/ui/company-differences.tsx'
import { act, on } from '#app/http/guard.server.ts'
import { pageBeside } from '#app/http/page-beside.server.ts'
import { titled } from '#app/http/page-title.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = pageBeside(companyPage, {
  words: ['organisations', 'choices', 'fields'],
  title: (t, { organisation }) => t('organisations:company.pageTitle', { name: organisation.name }),
  input: ({ params, request }) => ({ id: params.id, cherche: new URL(request.url).searchParams.get('cherche') }),
  beside: ({ words }) => searchCompanies(words),
})
export const meta = titled

export const action = act({
  fill: on(fillIdentity, {
    done: ({ id }, { params }) => ({ to: `/o/${params.operator}/structures/${id}`, toast: { key: 'saved' } }),
  }),
})

/** An organisation's identity beside the one of the State's register. */
export default function CompanyRoute() {
  const { t } = useTranslation('organisations')
  const { page, beside, formKey } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const { organisation, base, words } = page
  const own = `${base}/${organisation.id}`
  const companies = beside.kind === 'found' ? beside.companies : []
  const wanted = search.get('entreprise')
  const chosen = companies.find(({ siren }) => siren === wanted) ?? (companies.length === 1 ? companies[0] : undefined)
  return (
    <>
      <PageHeader
        title={t('company.pageTitle', { name: organisation.name })}
        crumbs={[
          { to: base, label: t('page.list') },
          { to: own, label: organisation.name },
        ]}
        crumbsLabel={t('page.way')}
      />
      {beside.kind === 'off' ? <Notice title={t('company.off')} /> : null}
      <CompanyChoice
        search={beside}
        words={words}
        chosenAt={({ siren }) => `?${new URLSearchParams({ cherche: words, entreprise: siren })}`}
      />
      {chosen ? (
        <CompanyDifferences
          key={chosen.siren}
          formKey={formKey}
          organisation={organisation}
          company={chosen}
          cancelTo={own}
        />
      ) : null}
    </>
  )
}
