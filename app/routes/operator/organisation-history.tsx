import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { HistoryTable } from '#app/features/history/ui/history-table.tsx'
import { PutBack } from '#app/features/history/ui/put-back.tsx'
import { organisationHistoryPage } from '#app/features/organisations/organisation-history-page.query.server.ts'
import { updateEstablishment } from '#app/features/organisations/update-establishment.command.server.ts'
import { updateLabel } from '#app/features/organisations/update-label.command.server.ts'
import { updateOrganisation } from '#app/features/organisations/update-organisation.command.server.ts'
import { updatePerson } from '#app/features/organisations/update-person.command.server.ts'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(organisationHistoryPage, {
  words: ['cases', 'choices', 'events', 'fields', 'organisations', 'typology', 'volunteering'],
  title: (t, { name }) => t('organisations:page.historyOf', { name }),
})
export const meta = titled
type Sent = { params: { operator?: string; id?: string }; form: { values: Record<string, unknown> } }
const back = {
  input: ({ params, form }: Sent) => ({ ...form.values, id: params.id }),
  done: (_value: unknown, { params }: Pick<Sent, 'params'>) => ({
    to: `/o/${params.operator}/structures/${params.id}/historique`,
    toast: { key: 'putBack' },
  }),
}
export const action = act({
  'update-organisation': on(updateOrganisation, back),
  'update-person': on(updatePerson, back),
  'update-label': on(updateLabel, back),
  'update-establishment': on(updateEstablishment, back),
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
        at={{ operator: page.operator, here: page.base }}
      />
    </>
  )
}
