import { useLoaderData, useSearchParams } from '@remix-run/react'
import { ArrowRightLeft, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { caseList } from '#app/features/accompaniments/case-list.query.server.ts'
import { filterNames, type Sorting, searchWith } from '#app/features/accompaniments/caseload-filter.ts'
import { removeFilter } from '#app/features/accompaniments/remove-filter.command.server.ts'
import { saveFilter } from '#app/features/accompaniments/save-filter.command.server.ts'
import { CaseFilters } from '#app/features/accompaniments/ui/case-filters.tsx'
import { CaseTable } from '#app/features/accompaniments/ui/case-table.tsx'
import { CaseBoard, CaseLines, CaseViews } from '#app/features/accompaniments/ui/case-views.tsx'
import { ChooseCases } from '#app/features/accompaniments/ui/choose-cases.tsx'
import { SavedFilters } from '#app/features/accompaniments/ui/saved-filters.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ListPages } from '#app/ui/list-pages.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(caseList, { words: ['cases', 'caseload', 'typology'], title: t => t('cases:list.title') })
export const action = act({
  'save-filter': on(saveFilter, {
    done: ({ search, name }, { params }) => ({
      to: `/o/${params.operator}/accompagnements?${search}`,
      toast: { key: 'filterSaved', params: { name } },
    }),
  }),
  'remove-filter': on(removeFilter, {
    done: ({ name }, { params }) => ({
      to: `/o/${params.operator}/accompagnements`,
      toast: { key: 'filterRemoved', params: { name } },
    }),
  }),
})
export const meta = titled

export default function Accompaniments() {
  const { t } = useTranslation('cases')
  const { page, formKey } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const isFiltered = filterNames.some(name => search.get(name))
  const open = (
    <LinkButton to={`${page.base}/accompagnements/nouveau`} variant="primary" icon={Plus}>
      {t('today.open')}
    </LinkButton>
  )
  const isEmpty = page.total === 0 && page.page === 1
  return (
    <>
      <PageHeader title={t('list.title')} action={isEmpty && !isFiltered ? null : open} />
      {isEmpty && !isFiltered ? (
        <EmptyState title={t('list.noneTitle')} action={open}>
          {t('list.none')}
        </EmptyState>
      ) : (
        <>
          <SavedFilters saved={page.saved} formKey={formKey} />
          <CaseFilters page={page} />
          {page.filter.practitioner && page.practitioners.some(({ id }) => id === page.filter.practitioner) ? (
            <p className="mb-4">
              <LinkButton
                to={`${page.base}/equipe/passations/nouvelle?de=${page.filter.practitioner}`}
                icon={ArrowRightLeft}
              >
                {t('list.handOver')}
              </LinkButton>
            </p>
          ) : null}
          <CaseViews />
          <Shown />
        </>
      )}
    </>
  )
}

function Shown() {
  const { t } = useTranslation('cases')
  const { page } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const { base, today } = page
  if (page.board)
    return page.total > 0 ? (
      <CaseBoard columns={page.board} base={base} today={today} />
    ) : (
      <EmptyState title={t('list.emptyTitle')}>{t('list.empty')}</EmptyState>
    )
  const sort = (by: Sorting) => {
    const isIt = page.sort.by === by
    const tri = isIt && !page.sort.descending ? `-${by}` : by
    return {
      to: searchWith(search, { tri: tri === 'echeance' ? null : tri }),
      ...(isIt && { direction: page.sort.descending ? ('descending' as const) : ('ascending' as const) }),
    }
  }
  return (
    <>
      {page.cases.length === 0 ? (
        <EmptyState title={t('list.emptyTitle')}>{t('list.empty')}</EmptyState>
      ) : search.get('vue') === 'liste' ? (
        <CaseLines rows={page.cases} base={base} today={today} />
      ) : (
        <ChooseCases base={base} rows={page.cases}>
          <CaseTable
            caption={t('list.caption')}
            hideCaption
            rows={page.cases}
            base={base}
            today={today}
            showPractitioner
            sort={sort}
            choose="dossier"
          />
        </ChooseCases>
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
  )
}
