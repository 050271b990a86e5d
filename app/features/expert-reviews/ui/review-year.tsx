import { Form, Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Select } from '#app/ui/field.tsx'
import { KeyFigures } from '#app/ui/key-figures.tsx'
import type { ReviewState, sectors } from '../expert-review.ts'
import { listNames, type ReviewCount, reviewCounts, type SectorLine, type YearFigures } from '../review-year.ts'
import { ReviewTag } from './reviews-list.tsx'

type Sector = (typeof sectors)[number]
type Chosen = { year: number; centre: string | null }

/** Where the requests that a number counts are listed. */
const listOf = ({ year, centre }: Chosen, count: ReviewCount, sector?: Sector) =>
  `?${new URLSearchParams({
    annee: String(year),
    ...(centre && { centre }),
    liste: listNames[count],
    ...(sector && { specialite: sector }),
  })}#liste`

/** The year, and the centre that it is told to. */
export function YearChoice({
  chosen,
  years,
  centres,
}: {
  chosen: Chosen
  years: readonly number[]
  centres: readonly string[]
}) {
  const { t } = useTranslation('expertReviews')
  return (
    <Form method="get" className="flex max-w-2xl flex-wrap items-end gap-4">
      <Select
        name="annee"
        label={t('year.year')}
        defaultValue={String(chosen.year)}
        options={years.map(year => ({ value: String(year), label: String(year) }))}
      />
      <Select
        name="centre"
        label={t('fields.centre')}
        placeholder={t('year.allCentres')}
        defaultValue={chosen.centre ?? ''}
        options={centres.map(centre => ({ value: centre, label: centre }))}
      />
      <Button>{t('year.show')}</Button>
    </Form>
  )
}

function useDelay() {
  const { t } = useTranslation('expertReviews')
  const locale = useLocale()
  return (days: number | null) =>
    days === null ? t('year.noDelay') : t('year.days', { days: formatNumber(days, locale) })
}

export function YearNumbers({ chosen, all }: { chosen: Chosen; all: YearFigures }) {
  const { t } = useTranslation('expertReviews')
  const locale = useLocale()
  const delay = useDelay()
  return (
    <KeyFigures
      figures={[
        ...reviewCounts.map(count => ({
          label: t(`year.counts.${count}`),
          value: formatNumber(all.counts[count], locale),
          to: listOf(chosen, count),
        })),
        { label: t('year.medianDelay'), value: delay(all.medianDelay), to: listOf(chosen, 'answered') },
      ]}
    />
  )
}

export function YearBySector({ chosen, lines }: { chosen: Chosen; lines: readonly SectorLine[] }) {
  const { t } = useTranslation('expertReviews')
  const locale = useLocale()
  const delay = useDelay()
  const column = (count: ReviewCount) => ({
    key: count,
    header: t(`year.counts.${count}`),
    numeric: true,
    cell: ({ sector, counts }: SectorLine) => (
      <Link
        to={listOf(chosen, count, sector)}
        aria-label={t('year.countOf', {
          count: counts[count],
          what: t(`year.counts.${count}`),
          sector: t(`sectors.${sector}`),
        })}
      >
        {formatNumber(counts[count], locale)}
      </Link>
    ),
  })
  return (
    <DataTable
      caption={t('year.bySector')}
      hideCaption
      rows={lines}
      rowKey={({ sector }) => sector}
      columns={[
        { key: 'sector', header: t('fields.sector'), rowHeader: true, cell: ({ sector }) => t(`sectors.${sector}`) },
        column('asked'),
        column('answered'),
        column('inTime'),
        column('declined'),
        { key: 'delay', header: t('year.medianDelay'), numeric: true, cell: ({ medianDelay }) => delay(medianDelay) },
      ]}
    />
  )
}

type Listed = {
  id: string
  number: string
  centre: string
  sector: Sector
  sentOn: string
  dueOn: string
  answeredOn: string | null
  state: ReviewState
}

/** The requests behind a number. */
export function YearList({ reviews, base }: { reviews: readonly Listed[]; base: string }) {
  const { t } = useTranslation('expertReviews')
  const dayWords = useDayWords()
  if (reviews.length === 0) return <p className="text-ink-2">{t('year.emptyList')}</p>
  return (
    <DataTable
      caption={t('title')}
      hideCaption
      rows={reviews}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'case',
          header: t('year.case'),
          rowHeader: true,
          short: true,
          cell: ({ id, number }) => (
            <Link to={`${base}/accompagnements/${number}/secondes-lectures/${id}`}>{number}</Link>
          ),
        },
        { key: 'centre', header: t('fields.centre'), cell: ({ centre }) => centre },
        { key: 'sector', header: t('fields.sector'), cell: ({ sector }) => t(`sectors.${sector}`) },
        { key: 'sent', header: t('year.sentOn'), short: true, cell: ({ sentOn }) => dayWords(sentOn, 'short') },
        { key: 'due', header: t('year.dueOn'), short: true, cell: ({ dueOn }) => dayWords(dueOn, 'short') },
        {
          key: 'answered',
          header: t('year.answeredOn'),
          short: true,
          cell: ({ answeredOn }) => dayWords(answeredOn, 'short') || '–',
        },
        { key: 'state', header: t('year.state'), cell: ({ state }) => <ReviewTag state={state} /> },
      ]}
    />
  )
}
