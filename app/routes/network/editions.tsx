import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { networkEditionsPage } from '#app/features/reports/network-editions.query.server.ts'
import { FigureValue } from '#app/features/reports/ui/figure-value.tsx'
import { ReaderShell } from '#app/features/reports/ui/reader-shell.tsx'
import { pageAcrossOperators } from '#app/http/across-operators.server.ts'
import { titled } from '#app/http/page-title.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

export const loader = pageAcrossOperators('network', networkEditionsPage, {
  words: ['funding', 'reports'],
  title: t => t('funding:network.title'),
})
export const meta = titled

type Answer = ReturnType<typeof useLoaderData<typeof loader>>['page'][number]
type Row = Answer['editions'][number] & { operator: Answer['operator'] }

export default function NetworkEditions() {
  const { t } = useTranslation('funding')
  const { page } = useLoaderData<typeof loader>()
  const rows = page.flatMap(({ operator, editions }) => editions.map(edition => ({ ...edition, operator })))
  const years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => b - a)
  return (
    <ReaderShell width="wide">
      <PageHeader title={t('network.title')} lede={t('network.lede')} />
      {rows.length === 0 ? <EmptyState title={t('network.empty')}>{t('network.emptyHelp')}</EmptyState> : null}
      {years.map(year => (
        <Section key={year} title={t('network.year', { year })}>
          <EditionsOfYear year={year} rows={rows.filter(row => row.year === year)} />
        </Section>
      ))}
    </ReaderShell>
  )
}

/** One column per edition would not fit a phone: one line per edition, its figures side by side. */
function EditionsOfYear({ year, rows }: { year: number; rows: readonly Row[] }) {
  const { t } = useTranslation(['funding', 'reports'])
  const figures: Column<Row>[] = (rows[0]?.figures ?? []).map(({ code, label }) => ({
    key: code,
    header: label,
    numeric: true,
    cell: row => {
      const figure = row.figures.find(candidate => candidate.code === code)
      return figure ? <FigureValue figure={figure} locale={row.locale} /> : null
    },
  }))
  const files: Column<Row> = {
    key: 'files',
    header: t('funding:network.files'),
    cell: row => (
      <span className="flex flex-wrap gap-x-3">
        {(['pdf', 'xlsx'] as const).map(format => (
          <Link
            key={format}
            to={`/reseau/${row.operator.slug}/editions/${row.id}/${format}`}
            reloadDocument
            download
            aria-label={t('funding:network.download', {
              format: format.toUpperCase(),
              code: row.code,
            })}
            className="inline-block py-1"
          >
            {format.toUpperCase()}
          </Link>
        ))}
      </span>
    ),
  }
  return (
    <DataTable
      caption={t('funding:network.caption', { year })}
      hideCaption
      rows={rows}
      rowKey={row => row.id}
      columns={[
        {
          key: 'operator',
          header: t('funding:network.operator'),
          width: 'w-44',
          rowHeader: true,
          cell: row => (
            <>
              {row.operator.name}
              <span className="block font-normal text-ink-2">{row.code}</span>
            </>
          ),
        },
        ...figures,
        files,
      ]}
    />
  )
}
