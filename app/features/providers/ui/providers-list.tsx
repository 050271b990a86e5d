import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatDay, formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { day } from '#app/kernel/day.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextField } from '#app/ui/field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { Pagination } from '#app/ui/pagination.tsx'
import type { ListingState } from '../listing.ts'
import { ListingTag } from './listing-tag.tsx'

type ProviderRow = {
  id: string
  name: string
  email: string | null
  skills: string | null
  listing: ListingState
  engineerings: number
  daysHeld: number
  lastHeldOn: string | null
}

type ProvidersListProps = {
  page: { operator: string; q: string | null; page: number; perPage: number; total: number; providers: ProviderRow[] }
}

/** Providers by name, with what each was asked and did. */
export function ProvidersList({ page }: ProvidersListProps) {
  const { t } = useTranslation('providers')
  const locale = useLocale()
  const base = `/o/${page.operator}/prestataires`
  const pageTo = (number: number) => `?${new URLSearchParams({ ...(page.q && { q: page.q }), page: String(number) })}`
  const lastHeld = (row: ProviderRow) => {
    const known = day(row.lastHeldOn)
    return known ? formatDay(known, locale, 'short') : '–'
  }
  return (
    <>
      {page.total > 0 || page.q ? <Search page={page} /> : null}
      <DataTable
        caption={t('list')}
        hideCaption
        rows={page.providers}
        rowKey={row => row.id}
        columns={[
          {
            key: 'name',
            header: t('columns.name'),
            rowHeader: true,
            cell: row => <Link to={`${base}/${row.id}`}>{row.name}</Link>,
          },
          { key: 'skills', header: t('skills'), cell: row => row.skills ?? '–' },
          {
            key: 'listing',
            header: t('columns.listing'),
            cell: row => <ListingTag state={row.listing} />,
          },
          { key: 'email', header: t('columns.email'), cell: row => row.email ?? '–' },
          { key: 'engineerings', header: t('columns.engineerings'), numeric: true, cell: row => row.engineerings },
          {
            key: 'days',
            header: t('columns.daysHeld'),
            numeric: true,
            cell: row => formatNumber(row.daysHeld, locale),
          },
          { key: 'last', header: t('columns.lastHeldOn'), short: true, cell: lastHeld },
        ]}
        empty={
          page.q ? (
            <EmptyState title={t('noneFoundTitle')}>{t('noneFoundHelp')}</EmptyState>
          ) : (
            <EmptyState
              title={t('emptyTitle')}
              action={
                <LinkButton variant="primary" to={`${base}/nouveau`}>
                  {t('add')}
                </LinkButton>
              }
            >
              {t('emptyHelp')}
            </EmptyState>
          )
        }
      />
      <Pagination
        label={t('pages')}
        {...(page.page > 1 && { previous: { to: pageTo(page.page - 1), label: t('previous') } })}
        {...(page.page * page.perPage < page.total && { next: { to: pageTo(page.page + 1), label: t('next') } })}
      />
    </>
  )
}

function Search({ page }: ProvidersListProps) {
  const { t } = useTranslation('providers')
  const filter = page.q && {
    label: t('activeFilter', { text: page.q }),
    removeLabel: t('removeFilter', { text: page.q }),
    removeTo: '?',
  }
  return (
    <FilterBar
      label={t('searchLabel')}
      submitLabel={t('submitSearch')}
      result={t('result', { count: page.total })}
      active={filter ? [filter] : []}
      activeLabel={t('activeCount')}
    >
      <TextField key={page.q} name="q" label={t('search')} type="search" defaultValue={page.q ?? ''} />
    </FilterBar>
  )
}
