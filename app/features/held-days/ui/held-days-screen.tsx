import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { engineeringAddress } from '#app/features/engineerings/engineering.ts'
import { formatDay, formatNumber, type Locale } from '#app/i18n/formats.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Select } from '#app/ui/field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { ListPages } from '#app/ui/list-pages.tsx'
import { Meter } from '#app/ui/meter.tsx'
import { StatusTag, type Tone } from '#app/ui/status-tag.tsx'
import { type ContractDays, type DaysState, daysState } from '../held-days.ts'

export type HeldDaysProps = {
  page: {
    operator: string
    me: string
    charge: string | null
    kind: 'individual' | 'collective' | null
    team: { id: string; name: string }[]
    page: number
    perPage: number
    total: number
    rows: ContractDays[]
  }
  locale: Locale
  search: URLSearchParams
}

const tones: Record<DaysState, Tone> = { over: 'stop', low: 'late', fine: 'done', unknown: 'neutral' }

/** Days held against days ordered: what is nearly spent, and what goes beyond. */
export function HeldDaysScreen({ page, locale, search }: HeldDaysProps) {
  const { t } = useTranslation('heldDays')
  const { operator, team, me } = page
  const days = (quarters: number) => formatNumber(quarters / 4, locale)
  return (
    <>
      <FilterBar label={t('filter')} submitLabel={t('show')}>
        <Select
          name="charge"
          label={t('casesOf')}
          defaultValue={page.charge ?? ''}
          placeholder={t('everybody')}
          options={team.map(({ id, name }) => ({ value: id, label: id === me ? t('mine', { name }) : name }))}
        />
        <Select
          name="genre"
          label={t('kind')}
          defaultValue={page.kind ?? ''}
          placeholder={t('both')}
          options={[
            { value: 'individual', label: t('kinds.individual') },
            { value: 'collective', label: t('kinds.collective') },
          ]}
        />
      </FilterBar>
      <DataTable
        caption={t('caption')}
        hideCaption
        rows={page.rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('emptyTitle')}>{t('emptyHelp')}</EmptyState>}
        columns={[
          {
            key: 'contract',
            header: t('contract'),
            rowHeader: true,
            cell: row => (
              <>
                <Link to={engineeringAddress(operator, row)} className="inline-block py-1 font-semibold">
                  {row.title ?? t('untitled')}
                </Link>
                <span className="block font-normal text-[0.9375rem] text-ink-2">
                  {[
                    t(`kinds.${row.kind}`),
                    row.kind === 'collective' ? t('members', { count: row.members }) : row.caseNumber,
                    row.provider,
                  ]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </>
            ),
          },
          { key: 'held', header: t('held'), cell: row => <HeldOfOrdered row={row} locale={locale} /> },
          { key: 'planned', header: t('planned'), numeric: true, cell: row => row.plannedSessions },
          { key: 'invoiced', header: t('invoiced'), numeric: true, cell: row => days(row.invoicedQuarters) },
          {
            key: 'ends',
            header: t('ends'),
            short: true,
            cell: ({ endsOn }) => (endsOn ? formatDay(endsOn, locale, 'short') : '–'),
          },
          {
            key: 'state',
            header: t('state'),
            cell: row => <State row={row} address={engineeringAddress(operator, row)} />,
          },
        ]}
      />
      <ListPages
        search={search}
        page={page.page}
        perPage={page.perPage}
        total={page.total}
        words={{
          label: t('pages'),
          previous: t('previous'),
          next: t('next'),
          summary: range => t('range', range),
        }}
      />
    </>
  )
}

function HeldOfOrdered({ row, locale }: { row: ContractDays; locale: Locale }) {
  const { t } = useTranslation('heldDays')
  const held = formatNumber(row.heldQuarters / 4, locale)
  if (row.orderedQuarters === null) return <>{t('heldOnly', { held })}</>
  const words = t('heldOf', { held, ordered: formatNumber(row.orderedQuarters / 4, locale) })
  return (
    <>
      <span>{words}</span>
      <Meter label={words} value={row.heldQuarters} max={row.orderedQuarters} />
    </>
  )
}

/** Its state; beyond the order, why, or the amendment that is still to be signed. */
function State({ row, address }: { row: ContractDays; address: string }) {
  const { t } = useTranslation('heldDays')
  const state = daysState(row)
  return (
    <>
      <StatusTag tone={tones[state]}>{t(`states.${state}`)}</StatusTag>
      {state === 'over' ? (
        <p className="mt-1 text-[0.9375rem]">
          {row.overReason ? t('because', { reason: row.overReason }) : t('unexplained')}{' '}
          <Link to={`${address}/livrables#avenants`} className="inline-block py-1">
            {t('amend')}
          </Link>
        </p>
      ) : null}
    </>
  )
}
