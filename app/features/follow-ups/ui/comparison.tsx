import { useTranslation } from 'react-i18next'
import { formatDay, formatNumber, type Locale } from '#app/i18n/formats.ts'
import { day } from '#app/kernel/day.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { TrendChart } from '#app/ui/trend-chart.tsx'
import type { ComparedRow } from '../comparison.ts'
import type { WaveView } from '../wave-view.ts'

type Props = {
  page: { t0: unknown; comparison: readonly ComparedRow[]; waves: readonly WaveView[] }
  locale: Locale
}

/** T0 and every wave of the case: drawn where there are two values, then in a table, then who has not answered. */
export function Comparison({ page: { t0, comparison, waves }, locale }: Props) {
  const { t } = useTranslation('followUps')
  const standing = waves.filter(({ state }) => state !== 'cancelled')
  if (!t0 && !standing.some(({ state }) => state === 'answered'))
    return (
      <Notice>
        <p>{t('noT0')}</p>
      </Notice>
    )
  return (
    <>
      {t0 ? null : (
        <Notice>
          <p>{t('noT0')}</p>
        </Notice>
      )}
      <Charts comparison={comparison} locale={locale} />
      <ComparisonTable comparison={comparison} waves={standing} locale={locale} />
      <Silent waves={standing} locale={locale} />
    </>
  )
}

function Charts({ comparison, locale }: { comparison: readonly ComparedRow[]; locale: Locale }) {
  const { t } = useTranslation('followUps')
  const drawn = comparison
    .map(({ figure, most, t0, isAskedAtT0, byWave }) => ({
      figure,
      most,
      points: [
        ...(isAskedAtT0 ? [{ label: 'T0', value: t0 }] : []),
        ...byWave.filter(({ isAsked }) => isAsked).map(({ wave, value }) => ({ label: wave as string, value })),
      ].map(point => ({ ...point, text: point.value === null ? '' : formatNumber(point.value, locale) })),
    }))
    .filter(({ points }) => points.filter(({ value }) => value !== null).length > 1)
  if (drawn.length === 0) return null
  return (
    <div className="mb-6 grid gap-x-9 gap-y-6 sm:grid-cols-2">
      {drawn.map(({ figure, most, points }) => (
        <TrendChart
          key={figure}
          title={t(`short.${figure}`)}
          summary={t('tracked.summary', {
            question: t(`short.${figure}`),
            answers: points.map(({ label, text }) => `${label} ${text || t('noAnswer')}`).join(', '),
          })}
          points={points}
          most={most ?? undefined}
        />
      ))}
    </div>
  )
}

type TableProps = { comparison: readonly ComparedRow[]; waves: readonly WaveView[]; locale: Locale }

function ComparisonTable({ comparison, waves, locale }: TableProps) {
  const { t } = useTranslation(['followUps', 'common'])
  const shown = (value: number | null, isAsked: boolean) =>
    value === null ? (
      <Unknown words={isAsked ? t('common:unknown') : t('followUps:notAsked')} />
    ) : (
      formatNumber(value, locale)
    )
  return (
    <DataTable
      caption={t('followUps:comparisonTitle')}
      hideCaption
      // More columns than a phone is wide become cards there.
      compact={waves.length < 3 ? true : 'figures'}
      rows={comparison}
      rowKey={row => row.figure}
      columns={[
        {
          key: 'figure',
          header: t('followUps:indicator'),
          rowHeader: true,
          cell: row => t(`followUps:short.${row.figure}`),
        },
        { key: 'T0', header: 'T0', numeric: true, cell: row => shown(row.t0, row.isAskedAtT0) },
        ...waves.map(({ id, wave }, index) => ({
          key: id,
          header: wave,
          numeric: true,
          cell: ({ byWave }: ComparedRow) => shown(byWave[index]?.value ?? null, byWave[index]?.isAsked ?? false),
        })),
        {
          key: 'change',
          header: t('followUps:change'),
          numeric: true,
          cell: row =>
            row.change === null ? (
              <Unknown words={t('common:unknown')} />
            ) : (
              `${row.change > 0 ? '+' : ''}${formatNumber(row.change, locale)}`
            ),
        },
      ]}
    />
  )
}

/** How many waves were answered, and what became of the others: a dash says nothing of them. */
function Silent({ waves, locale }: Pick<TableProps, 'waves' | 'locale'>) {
  const { t } = useTranslation('followUps')
  const silent = waves.filter(({ state }) => state !== 'answered')
  if (waves.length === 0) return null
  const said = silent.map(({ wave, isLate, state, plannedOn }) => {
    const on = day(plannedOn)
    const words = t(isLate ? 'states.late' : `states.${state}`)
    return `${wave} (${words}${on && state === 'planned' ? ` ${formatDay(on, locale)}` : ''})`
  })
  return (
    <p className="mt-3 text-[0.9375rem] text-ink-2">
      {t('answeredOutOf', { known: waves.length - silent.length, asked: waves.length })}{' '}
      {silent.length > 0 ? t('withoutAnswer', { waves: said.join(', ') }) : null}
    </p>
  )
}

/** A dash where there is little room, the words for who listens. */
function Unknown({ words }: { words: string }) {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span className="sr-only">{words}</span>
    </>
  )
}
