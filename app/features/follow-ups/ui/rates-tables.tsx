import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatDay, formatNumber, formatShare } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { day } from '#app/kernel/day.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { DueWave, Pairs, Rate, TrackedPairs } from '../rates.ts'

/** Cases asked and answered, per programme and wave, against what the programme aims at. */
export function RatesTable({ rates }: { rates: readonly Rate[] }) {
  const { t } = useTranslation('followUps')
  const locale = useLocale()
  const number = (
    key: keyof Rate & ('answered' | 'byPhone' | 'refused' | 'unreachable' | 'waiting' | 'respondents'),
  ) => ({
    key,
    header: t(`rates.${key}`),
    numeric: true,
    cell: (row: Rate) => formatNumber(row[key], locale),
  })
  return (
    <DataTable
      caption={t('rates.byWave')}
      hideCaption
      rows={rates}
      rowKey={({ programme, wave }) => `${programme} ${wave}`}
      empty={
        <EmptyState title={t('rates.none')} level={3}>
          {t('rates.noneHelp')}
        </EmptyState>
      }
      columns={[
        {
          key: 'programme',
          header: t('rates.programme'),
          rowHeader: true,
          cell: row => `${row.programme}, ${row.wave}`,
        },
        { key: 'asked', header: t('rates.asked'), numeric: true, cell: row => formatNumber(row.asked, locale) },
        number('answered'),
        number('byPhone'),
        number('waiting'),
        number('unreachable'),
        number('refused'),
        {
          key: 'rate',
          header: t('rates.rate'),
          numeric: true,
          cell: row => (row.rate === null ? '–' : formatShare(row.rate, locale)),
        },
        { key: 'target', header: t('rates.target'), cell: row => <Target row={row} /> },
        number('respondents'),
      ]}
    />
  )
}

function Target({ row: { rate, target } }: { row: Rate }) {
  const { t } = useTranslation('followUps')
  const locale = useLocale()
  if (target === null) return <>{t('rates.noTarget')}</>
  const isReached = rate !== null && rate >= target
  return (
    <StatusTag tone={isReached ? 'done' : 'late'}>
      {t(isReached ? 'rates.reached' : 'rates.under', { target: formatShare(target, locale) })}
    </StatusTag>
  )
}

type Means = Pick<Pairs, 'before' | 'after' | 'pairs' | 'asked'> & { converted?: number }

/** The means of the same cases before and after, and how many they are out of all that were asked. */
function useMeans() {
  const { t } = useTranslation('followUps')
  const locale = useLocale()
  const mean = (value: number | null) => (value === null ? '–' : formatNumber(Math.round(value * 100) / 100, locale))
  return [
    { key: 'before', header: t('rates.meanBefore'), numeric: true, cell: ({ before }: Means) => mean(before) },
    { key: 'after', header: t('rates.meanAfter'), numeric: true, cell: ({ after }: Means) => mean(after) },
    {
      key: 'pairs',
      header: t('rates.counted'),
      numeric: true,
      cell: ({ pairs: known, asked, converted = 0 }: Means) =>
        [t('rates.outOf', { known, asked }), ...(converted ? [t('rates.converted', { count: converted })] : [])].join(
          ', ',
        ),
    },
  ]
}

export function PairsTable({ pairs }: { pairs: readonly Pairs[] }) {
  const { t } = useTranslation('followUps')
  const means = useMeans()
  return (
    <DataTable
      caption={t('rates.pairs')}
      hideCaption
      rows={pairs}
      rowKey={({ wave, figure }) => `${wave} ${figure}`}
      empty={
        <EmptyState title={t('rates.noPairs')} level={3}>
          {t('rates.noPairsHelp')}
        </EmptyState>
      }
      columns={[
        {
          key: 'figure',
          header: t('indicator'),
          rowHeader: true,
          cell: ({ wave, figure }) => `${t(`short.${figure}`)}, ${wave}`,
        },
        ...means,
      ]}
    />
  )
}

export function TrackedPairsTable({ pairs }: { pairs: readonly TrackedPairs[] }) {
  const { t } = useTranslation('followUps')
  const locale = useLocale()
  const means = useMeans()
  return (
    <DataTable
      caption={t('rates.tracked')}
      hideCaption
      rows={pairs}
      rowKey={({ programme, wave, question }) => `${programme} ${wave} ${question}`}
      empty={
        <EmptyState title={t('rates.noTracked')} level={3}>
          {t('rates.noTrackedHelp')}
        </EmptyState>
      }
      columns={[
        {
          key: 'question',
          header: t('rates.question'),
          rowHeader: true,
          cell: ({ label, wave }) => `${label[locale]}, ${wave}`,
        },
        { key: 'programme', header: t('rates.programmeOnly'), cell: ({ programme }) => programme },
        ...means,
      ]}
    />
  )
}

type Silent = Pick<DueWave, 'id' | 'wave' | 'number' | 'organisation' | 'practitioner' | 'plannedOn' | 'state'>

/** Those who did not answer, with the one thing to do for each. */
export function SilentTable({ silent, base }: { silent: readonly Silent[]; base: string }) {
  const { t } = useTranslation('followUps')
  const locale = useLocale()
  const toDo = (state: string) => t(`rates.act.${state === 'refused' || state === 'unreachable' ? state : 'waiting'}`)
  return (
    <DataTable
      caption={t('rates.silentCaption')}
      hideCaption
      rows={silent}
      rowKey={({ id }) => id}
      empty={
        <EmptyState title={t('rates.allAnswered')} level={3}>
          {t('rates.allAnsweredHelp')}
        </EmptyState>
      }
      columns={[
        {
          key: 'case',
          header: t('rates.case'),
          rowHeader: true,
          cell: ({ organisation, number }) => (organisation ? `${organisation} (${number})` : number),
        },
        { key: 'wave', header: t('rates.wave'), short: true, cell: ({ wave }) => wave },
        {
          key: 'plannedOn',
          header: t('rates.plannedOn'),
          short: true,
          cell: ({ plannedOn }) => {
            const on = day(plannedOn)
            return on ? formatDay(on, locale) : ''
          },
        },
        { key: 'state', header: t('rates.state'), cell: ({ state }) => t(`states.${state as 'sent'}`) },
        { key: 'practitioner', header: t('rates.practitioner'), cell: ({ practitioner }) => practitioner ?? '' },
        {
          key: 'act',
          header: t('rates.toDo'),
          cell: ({ number, state, wave }) => (
            <Link to={`${base}/accompagnements/${number}/suivi`} className="-my-1.5 inline-block py-1.5">
              {toDo(state)}
              <span className="sr-only">
                {' '}
                {number}, {wave}
              </span>
            </Link>
          ),
        },
      ]}
    />
  )
}
