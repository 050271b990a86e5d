import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { HistoryTable } from '#app/features/history/ui/history-table.tsx'
import { PutBack } from '#app/features/history/ui/put-back.tsx'
import { organisationHistoryPage } from '#app/features/organisations/organisation-history-page.query.server.ts'
import { updateOrganisation } from '#app/features/organisations/update-organisation.command.server.ts'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(organisationHistoryPage, {
  words: ['cases', 'choices', 'events', 'fields', 'organisations', 'typology', 'volunteering'],
  title: (t, { name }) => t('organisations:page.historyOf', { name }),
})
export const meta = titled
export const action = act({
  'update-organisation': on(updateOrganisation, {
    input: ({ params, form }) => ({ ...form.values, id: params.id }),
    done: ({ id }, { params }) => ({
      to: `/o/${params.operator}/structures/${id}/historique`,
      toast: { key: 'putBack' },
    }),
  }),
})

/** Who changed what on the sheet of an organisation; one value of it before it is put back. */
export default function OrganisationHistory() {
  const { t } = useTranslation('organisations')
  const { page, formKey } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('page.historyOf', { name: page.name })}
        crumbs={[{ label: page.name, to: page.base }]}
        crumbsLabel={t('page.way')}
      />
      {page.puttingBack ? (
        <PutBack page={page.puttingBack} formKey={formKey} history={`${page.base}/historique`} />
      ) : null}
      <HistoryTable
        caption={t('page.historyOf', { name: page.name })}
        lines={page.lines}
        states={{}}
        putBackAt={id => `?evenement=${id}&`}
      />
    </>
  )
}
