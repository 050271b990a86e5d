import { useLoaderData, useParams, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { createOrganisation } from '#app/features/organisations/create-organisation.command.server.ts'
import { newOrganisationPage } from '#app/features/organisations/new-organisation-page.query.server.ts'
import { OrganisationForm } from '#app/features/organisations/ui/organisation-form.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(newOrganisationPage, {
  words: ['organisations', 'choices', 'fields'],
  title: t => t('organisations:form.createTitle'),
  input: () => ({}),
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
  const { formKey } = useLoaderData<typeof loader>()
  const { operator } = useParams()
  const [search] = useSearchParams()
  return (
    <>
      <PageHeader
        title={t('form.createTitle')}
        crumbs={[{ to: `/o/${operator}/structures`, label: t('page.list') }]}
        crumbsLabel={t('page.way')}
      />
      <OrganisationForm
        formKey={formKey}
        name="create"
        organisation={null}
        suggestedName={search.get('nom') ?? ''}
        cancelTo={`/o/${operator}/structures`}
      />
    </>
  )
}
