import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import type { FigureCase, FigureCases } from '../figure-cases.ts'

type FigureCaseTableProps = {
  list: FigureCases
  base: string
  /** The middle of the values is the figure, not their sum. */
  isMedian: boolean
  hasDenominator: boolean
}

/** What each case gives to a figure; what they give sums to it. */
export function FigureCaseTable({ list, base, isMedian, hasDenominator }: FigureCaseTableProps) {
  const { t } = useTranslation('figuresPage')
  const locale = useLocale()
  const written = (value: number | null) => (value === null ? null : formatNumber(value, locale, 4))
  const columns: Column<FigureCase & { key: string }>[] = [
    {
      key: 'number',
      header: t('cases.case'),
      rowHeader: true,
      short: true,
      cell: ({ number }) =>
        number ? (
          <Link to={`${base}/accompagnements/${number}`} className="inline-block py-1">
            {number}
          </Link>
        ) : (
          t('cases.noCase')
        ),
    },
    {
      key: 'organisation',
      header: t('cases.organisation'),
      cell: ({ organisation }) => organisation ?? <span className="text-ink-2">{t('cases.noOrganisation')}</span>,
    },
    {
      key: 'numerator',
      header: isMedian ? t('cases.value') : t('cases.numerator'),
      numeric: true,
      cell: line => {
        if (line.numerator === null && line.denominator === null)
          return <span className="text-ink-2">{t('cases.unknown')}</span>
        if (line.numerator === 0 && line.eligible === 0 && line.denominator === null)
          return <span className="text-ink-2">{t('cases.elsewhere')}</span>
        return written(line.numerator)
      },
    },
  ]
  if (hasDenominator)
    columns.push({
      key: 'denominator',
      header: t('cases.denominator'),
      numeric: true,
      cell: ({ denominator }) => written(denominator),
    })
  return (
    <DataTable
      caption={t('cases.caption')}
      columns={columns}
      rows={list.cases.map((line, index) => ({ ...line, key: String(index) }))}
      rowKey={({ key }) => key}
      empty={<EmptyState title={t('cases.empty')} level={2} />}
      {...(!isMedian && {
        totals: {
          number: t('cases.total'),
          numerator: written(list.numerator),
          ...(hasDenominator && { denominator: written(list.denominator) }),
        },
      })}
    />
  )
}
