import { useLoaderData, useSearchParams } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { caseList } from '#app/features/accompaniments/case-list.query.server.ts'
import { CaseFilters } from '#app/features/accompaniments/ui/case-filters.tsx'
import { CaseTable } from '#app/features/accompaniments/ui/case-table.tsx'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ListPages } from '#app/ui/list-pages.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(caseList, { words: ['cases'], title: t => t('cases:list.title') })
export const meta = titled

export default function Accompaniments() {
  const { t } = useTranslation('cases')
  const { page } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const isFiltered = ['texte', 'etat', 'dispositif', 'charge', 'retard'].some(name => search.get(name))
  const open = (
    <LinkButton to={`${page.base}/accompagnements/nouveau`} variant="primary" icon={Plus}>
      {t('today.open')}
    </LinkButton>
  )
  const isEmpty = page.cases.length === 0
  return (
    <>
      <PageHeader title={t('list.title')} action={isEmpty && !isFiltered ? null : open} />
      {isEmpty && !isFiltered ? (
        <EmptyState title={t('list.noneTitle')} action={open}>
          {t('list.none')}
        </EmptyState>
      ) : (
        <>
          <CaseFilters page={page} />
          {isEmpty ? (
            <EmptyState title={t('list.emptyTitle')}>{t('list.empty')}</EmptyState>
          ) : (
            <CaseTable
              caption={t('list.caption')}
              hideCaption
              rows={page.cases}
              base={page.base}
              today={page.today}
              showPractitioner
            />
          )}
          <ListPages
            search={search}
            page={page.page}
            perPage={page.perPage}
            total={page.total}
            words={{
              label: t('list.pages'),
              previous: t('list.previous'),
              next: t('list.next'),
              summary: range => t('list.range', range),
            }}
          />
        </>
      )}
    </>
  )
}
