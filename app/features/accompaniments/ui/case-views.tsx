import { Link, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '#app/i18n/use-locale.ts'
import { TabsNav } from '#app/ui/tabs-nav.tsx'
import type { BoardColumn } from '../case-board.ts'
import { searchWith } from '../caseload-filter.ts'
import { CaseDue, CaseName, CaseNext, type CaseRow } from './case-cells.tsx'

/** Table, list or board: the same cases under the same filters. */
export function CaseViews() {
  const { t } = useTranslation('caseload')
  const [search] = useSearchParams()
  const view = search.get('vue')
  return (
    <TabsNav
      label={t('views.label')}
      tabs={[
        { to: searchWith(search, { vue: null }), label: t('views.table'), current: !view },
        { to: searchWith(search, { vue: 'liste' }), label: t('views.list'), current: view === 'liste' },
        { to: searchWith(search, { vue: 'colonnes' }), label: t('views.board'), current: view === 'colonnes' },
      ]}
    />
  )
}

type Shown = { base: string; today: string }

/** One line each: for who reads a caseload from top to bottom. */
export function CaseLines({ rows, base, today }: Shown & { rows: readonly CaseRow[] }) {
  const { t } = useTranslation('cases')
  const locale = useLocale()
  return (
    <ul aria-label={t('list.caption')} className="divide-y divide-line border-y border-line">
      {rows.map(row => (
        <li key={row.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 py-3">
          <div className="min-w-0 flex-1 basis-64">
            <CaseName row={row} base={base} />
          </div>
          <div className="min-w-0 flex-1 basis-56">
            <CaseNext row={row} />
          </div>
          <div className="basis-40 text-sm">
            <CaseDue row={row} today={today} />
          </div>
          <p className="basis-44 text-sm text-ink-2">
            {row.state.label[locale]}
            <span className="block">{row.practitioner ?? t('case.nobody')}</span>
          </p>
        </li>
      ))}
    </ul>
  )
}

/** One column per state, side by side where there is room and one after the other on a phone. */
export function CaseBoard({ columns, base, today }: Shown & { columns: readonly BoardColumn<CaseRow>[] }) {
  const { t } = useTranslation('caseload')
  return (
    <section
      aria-label={t('views.boardOf')}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to move what scrolls (axe asks for it)
      tabIndex={0}
      className="grid gap-5 md:auto-cols-[17rem] md:grid-flow-col md:overflow-x-auto md:pb-4"
    >
      {columns.map(column => (
        <Column key={column.key} column={column} base={base} today={today} />
      ))}
    </section>
  )
}

function Column({ column, base, today }: Shown & { column: BoardColumn<CaseRow> }) {
  const { t } = useTranslation(['caseload', 'cases'])
  const locale = useLocale()
  const [search] = useSearchParams()
  const all = searchWith(search, {
    vue: null,
    etat: column.state,
    ...(column.programme && { dispositif: column.programme }),
  })
  return (
    <section aria-label={column.label[locale]} className="min-w-0 rounded-card bg-sunk px-3 py-3">
      <h2 className="mb-2 px-1 font-sans text-base font-semibold">
        {column.label[locale]} <span className="font-normal text-ink-2">{column.count}</span>
      </h2>
      <ul className="space-y-2.5">
        {column.cases.map(row => (
          <li key={row.id} className="rounded-card border border-line bg-surface px-3.5 py-3 shadow-card">
            <CaseName row={row} base={base} />
            <p className="mt-1.5 text-[0.9375rem] leading-snug">
              <CaseNext row={row} />
            </p>
            <div className="mt-1.5">
              <CaseDue row={row} today={today} />
            </div>
            <p className="mt-1 text-sm text-ink-2">{row.practitioner ?? t('cases:case.nobody')}</p>
          </li>
        ))}
      </ul>
      {column.count > column.cases.length ? (
        <Link to={all} className="mt-2 inline-flex min-h-11 items-center px-1">
          {t('caseload:allOfColumn', { count: column.count, state: column.label[locale] })}
        </Link>
      ) : null}
    </section>
  )
}
