import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '#app/i18n/use-locale.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { Label } from '../state-labels.ts'
import { useDayWords, useDueWords, useNextWords } from './case-words.ts'

export type CaseRow = {
  id: string
  number: string
  title: string
  programme: string
  state: { code: string; label: Label }
  practitioner: string | null
  nextStep: string | null
  nextFor: string | null
  nextOn: string | null
  nextDetail: string | null
}

export type CaseTableProps = {
  caption: string
  hideCaption?: boolean
  rows: readonly CaseRow[]
  base: string
  today: string
  /** Whose case it is: for the lists of a team. */
  showPractitioner?: boolean
}

/** Cases with what is next for each, and when. */
export function CaseTable({ caption, hideCaption, rows, base, today, showPractitioner }: CaseTableProps) {
  const { t } = useTranslation('cases')
  const locale = useLocale()
  const nextWords = useNextWords()
  const dueWords = useDueWords(today)
  const dayWords = useDayWords()
  const whose: Record<string, string> = t('for', { returnObjects: true })
  const columns: Column<CaseRow>[] = [
    {
      key: 'title',
      header: t('columns.organisation'),
      width: 'w-1/4',
      rowHeader: true,
      cell: ({ title, number, programme }) => (
        <>
          <Link to={`${base}/accompagnements/${number}`} className="inline-block py-0.5 font-semibold">
            {title}
          </Link>
          <span className="block text-sm font-normal text-ink-2">
            {number} · {programme}
          </span>
        </>
      ),
    },
    {
      key: 'next',
      header: t('columns.next'),
      cell: row => (
        <>
          {nextWords(row)}
          {row.nextFor && row.nextFor !== 'practitioner' ? (
            <span className="block text-sm text-ink-2">{whose[row.nextFor]}</span>
          ) : null}
        </>
      ),
    },
    {
      key: 'due',
      header: t('columns.due'),
      width: 'w-1/5',
      short: true,
      cell: ({ nextStep, nextOn }) => {
        if (!nextStep) return null
        const { words, tone } = dueWords(nextOn)
        return (
          <>
            <StatusTag tone={tone}>{words}</StatusTag>
            {nextOn ? <span className="block text-sm text-ink-2">{dayWords(nextOn)}</span> : null}
          </>
        )
      },
    },
    { key: 'state', header: t('columns.state'), width: 'w-1/5', cell: ({ state }) => state.label[locale] },
    ...(showPractitioner
      ? [
          {
            key: 'practitioner',
            header: t('columns.practitioner'),
            cell: ({ practitioner }: CaseRow) => practitioner ?? t('case.nobody'),
          },
        ]
      : []),
  ]
  return <DataTable caption={caption} hideCaption={hideCaption} columns={columns} rows={rows} rowKey={({ id }) => id} />
}
