import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '#app/i18n/formats.ts'
import type { Locale } from '#app/i18n/words.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { Definition } from '#app/ui/definition.tsx'
import type { FrozenFigure } from '../edition-content.ts'
import type { EditionTrace, TracedCase } from '../edition-trace.ts'
import { useWritten } from './use-written.ts'

export type FigureCasesData = {
  operator: string
  locale: Locale
  figure: FrozenFigure | null
  isMedian: boolean
  trace: EditionTrace
}

/** The cases behind a figure; what they give sums to the number. */
export function FigureCases({ page }: { page: FigureCasesData }) {
  const { t } = useTranslation('reports')
  const { figure, trace, locale } = page
  const written = useWritten(locale)
  const value = figure && trace.value !== null ? written(trace.value, figure.unit) : t('document.figures.notApplicable')
  return (
    <div className="max-w-[54rem] space-y-6">
      {figure ? (
        <Definition term={figure.label}>
          {figure.definition}{' '}
          {figure.status === 'withheld'
            ? t('cases.masked', { reason: figure.reason ?? '', value })
            : t('cases.value', { value })}{' '}
          {page.isMedian ? t('cases.median') : null}
        </Definition>
      ) : null}
      {trace.cases.length === 0 ? <p className="text-ink-2">{t('cases.empty')}</p> : <CasesTable page={page} />}
    </div>
  )
}

function CasesTable({ page: { operator, figure, trace, locale, isMedian } }: { page: FigureCasesData }) {
  const { t } = useTranslation('reports')
  const number = (value: number | null) => (value === null ? '' : formatNumber(value, locale, 2))
  const sum = (side: 'numerator' | 'denominator') => trace.cases.reduce((total, line) => total + (line[side] ?? 0), 0)
  const hasDenominator = trace.cases.some(line => line.denominator !== null)
  const columns: Column<TracedCase & { key: string }>[] = [
    {
      key: 'number',
      header: t('cases.number'),
      rowHeader: true,
      short: true,
      cell: line =>
        line.number ? (
          <Link to={`/o/${operator}/accompagnements/${line.number}`}>{line.number}</Link>
        ) : (
          t('cases.noCase')
        ),
    },
    {
      key: 'organisation',
      header: t('cases.organisation'),
      cell: line => line.organisation ?? t('cases.noOrganisation'),
    },
  ]
  if (figure)
    columns.push({
      key: 'numerator',
      header: t('cases.numerator'),
      numeric: true,
      cell: line => number(line.numerator),
    })
  if (hasDenominator)
    columns.push({
      key: 'denominator',
      header: t('cases.denominator'),
      numeric: true,
      cell: line => number(line.denominator),
    })
  return (
    <DataTable
      caption={t('cases.caption')}
      columns={columns}
      rows={trace.cases.map((line, index) => ({ ...line, key: String(index) }))}
      rowKey={line => line.key}
      {...(figure &&
        !isMedian && {
          totals: {
            number: t('cases.total'),
            numerator: number(sum('numerator')),
            ...(hasDenominator && { denominator: number(sum('denominator')) }),
          },
        })}
    />
  )
}
