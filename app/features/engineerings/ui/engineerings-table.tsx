import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatEuros } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { EngineeringSummary } from '../engineering.ts'
import { stateTones, useEngineeringWords } from './engineering-words.ts'

type EngineeringsTableProps = {
  caption: string
  rows: readonly EngineeringSummary[]
  addressOf: (row: EngineeringSummary) => string
  empty: ReactNode
  /** In the list of one provider its name says nothing; in that of cohorts, their kind. */
  without?: readonly ('provider' | 'kind')[]
}

/** Engineerings one per line: from whom, how far, what is next. */
export function EngineeringsTable({ caption, rows, addressOf, empty, without = [] }: EngineeringsTableProps) {
  const { t } = useTranslation('engineerings')
  const locale = useLocale()
  const { dayText, daysOf } = useEngineeringWords()
  const columns: Column<EngineeringSummary>[] = [
    {
      key: 'title',
      header: t('columns.title'),
      rowHeader: true,
      cell: row => <Link to={addressOf(row)}>{row.title ?? t('untitled')}</Link>,
    },
    { key: 'kind', header: t('columns.kind'), cell: row => t(`kinds.${row.kind}`) },
    { key: 'provider', header: t('columns.provider'), cell: row => row.provider ?? t('noProvider') },
    {
      key: 'state',
      header: t('columns.state'),
      cell: row => <StatusTag tone={stateTones[row.state]}>{t(`states.${row.state}`)}</StatusTag>,
    },
    { key: 'days', header: t('columns.days'), numeric: true, cell: row => daysOf(row.daysHeld, row.daysOrdered) },
    { key: 'next', header: t('columns.next'), short: true, cell: row => dayText(row.nextOn) ?? '–' },
    { key: 'members', header: t('columns.members'), numeric: true, cell: row => row.members },
    {
      key: 'amount',
      header: t('columns.amount'),
      numeric: true,
      cell: row => (row.amountCents === null ? '–' : formatEuros(row.amountCents, locale)),
    },
  ]
  return (
    <DataTable
      caption={caption}
      hideCaption
      columns={columns.filter(({ key }) => !without.some(name => name === key))}
      rows={rows}
      rowKey={row => row.id}
      empty={empty}
    />
  )
}
