import { useLoaderData, useParams, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { historyPage } from '#app/features/accompaniments/history-page.query.server.ts'
import { HistoryTable } from '#app/features/history/ui/history-table.tsx'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { ListPages } from '#app/ui/list-pages.tsx'

export const loader = page(historyPage, {
  words: ['cases', 'choices', 'events', 'fields', 'typology', 'volunteering'],
  title: (t, { number }) => `${number} · ${t('cases:case.tabs.historique')}`,
})
export const meta = titled

export default function CaseHistory() {
  const { t } = useTranslation('cases')
  const { page } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const { operator, number } = useParams()
  return (
    <>
      <HistoryTable
        caption={t('history.caption')}
        lines={page.lines}
        states={page.states}
        names={page.names}
        putBackAt={id => `${id}?`}
        at={{ operator: `/o/${operator}`, here: `/o/${operator}/accompagnements/${number}` }}
      />
      <ListPages
        search={search}
        page={page.page}
        perPage={page.perPage}
        total={page.total}
        words={{
          label: t('history.pages'),
          previous: t('list.previous'),
          next: t('list.next'),
          summary: range => t('list.range', range),
        }}
      />
    </>
  )
}
