import { heading, type WrittenDocument } from '#app/features/documents/written-document.ts'
import { formatDay, formatNumber, type Locale } from '#app/i18n/formats.ts'
import { wordsIn } from '#app/i18n/translate.server.ts'
import type { Day } from '#app/kernel/day.ts'
import { type ReviewCount, reviewCounts, type SectorLine, type YearFigures } from './review-year.ts'

type YearReport = {
  operator: string
  today: Day
  year: number
  centre: string | null
  all: YearFigures
  sectors: readonly SectorLine[]
}

const bySector = ['asked', 'answered', 'inTime', 'declined'] as const satisfies readonly ReviewCount[]

/** The year of second readings, as a resource centre reads it. */
export function reviewYearDocument(report: YearReport, locale: Locale): WrittenDocument {
  const t = wordsIn(locale).getFixedT(locale, 'expertReviews')
  const { operator, today, year, centre, all, sectors } = report
  const number = (value: number) => formatNumber(value, locale)
  const delay = (value: number | null) => (value === null ? t('year.noDelay') : t('year.days', { days: number(value) }))
  return {
    locale,
    name: t('year.fileName', { year }),
    author: operator,
    title: t('year.title', { year }),
    kicker: t('title'),
    lede: centre ?? t('year.allCentres'),
    footer: `${operator} · ${formatDay(today, locale)}`,
    page: wordsIn(locale).getFixedT(locale, 'documentWriting')('page', { page: '{{page}}', pages: '{{pages}}' }),
    blocks: [
      {
        kind: 'facts',
        items: [
          ...reviewCounts.map(count => ({ term: t(`year.counts.${count}`), detail: number(all.counts[count]) })),
          { term: t('year.medianDelay'), detail: delay(all.medianDelay) },
        ],
      },
      { kind: 'note', text: t('year.definitions') },
      heading(t('year.bySector')),
      {
        kind: 'table',
        header: [t('fields.sector'), ...bySector.map(count => t(`year.counts.${count}`)), t('year.medianDelay')],
        rows: sectors.map(({ sector, counts, medianDelay }) => [
          t(`sectors.${sector}`),
          ...bySector.map(count => number(counts[count])),
          delay(medianDelay),
        ]),
      },
    ],
  }
}
