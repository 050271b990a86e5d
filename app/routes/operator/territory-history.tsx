import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { HistoryTable } from '#app/features/history/ui/history-table.tsx'
import { PutBack } from '#app/features/history/ui/put-back.tsx'
import { editChallenge } from '#app/features/territories/edit-challenge.command.server.ts'
import { editTerritory } from '#app/features/territories/edit-territory.command.server.ts'
import { territoryHistoryPage } from '#app/features/territories/territory-history-page.query.server.ts'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(territoryHistoryPage, {
  words: ['cases', 'choices', 'events', 'fields', 'territories', 'typology', 'volunteering'],
  title: (t, { name }) => t('territories:historyOf', { name }),
})
export const meta = titled
const back = {
  done: (_value: unknown, { params }: { params: { operator?: string; territoryId?: string } }) => ({
    to: `/o/${params.operator}/territoires/${params.territoryId}/historique`,
    toast: { key: 'putBack' },
  }),
}
export const action = act({ 'edit-territory': on(editTerritory, back), 'edit-challenge': on(editChallenge, back) })

/** Who changed what of a territory and of its challenges; one value before it is put back. */
export default function TerritoryHistory() {
  const { t } = useTranslation('territories')
  const { page, formKey } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('historyOf', { name: page.name })}
        crumbs={[
          { label: t('title'), to: `${page.operator}/territoires` },
          { label: page.name, to: page.base },
        ]}
        crumbsLabel={t('crumbs')}
        here={t('history')}
      />
      {page.puttingBack ? (
        <PutBack page={page.puttingBack} formKey={formKey} history={`${page.base}/historique`} />
      ) : null}
      <HistoryTable
        caption={t('historyOf', { name: page.name })}
        lines={page.lines}
        states={{}}
        putBackAt={id => `?evenement=${id}&`}
        at={{ operator: page.operator, here: page.base }}
      />
    </>
  )
}
