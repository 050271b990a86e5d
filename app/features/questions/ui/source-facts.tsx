import { useTranslation } from 'react-i18next'
import type { FrozenFigure, FrozenStory, FrozenTarget } from '#app/features/reports/edition-content.ts'
import { useWritten } from '#app/features/reports/ui/use-written.ts'
import { writtenDay } from '#app/features/reports/written-day.ts'
import { formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import type { Locale } from '#app/i18n/words.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Quote } from '#app/ui/quote.tsx'

type Frozen = { locale: Locale; period: { from: string; to: string }; edition: number; builtOn: string }
type Own = { frozen: Frozen; operator: string }

function useFrozenRows({ period, edition, builtOn }: Frozen) {
  const { t } = useTranslation(['questions', 'reports'])
  const locale = useLocale()
  const [from, to] = [writtenDay(period.from, locale), writtenDay(period.to, locale)]
  return [
    { term: t('questions:source.period'), detail: t('reports:document.period', { from, to }) },
    {
      term: t('questions:source.edition'),
      detail: t('questions:source.editionLine', { edition, day: writtenDay(builtOn, locale) }),
    },
  ]
}

/** What a figure is made of, as far as its reader may know: nothing at all of one that is withheld. */
export function FigureFacts({
  figure,
  chapter,
  target,
  frozen,
  operator,
}: Own & { figure: FrozenFigure; chapter: string; target: FrozenTarget | null }) {
  const { t } = useTranslation('questions')
  const written = useWritten(frozen.locale)
  const rows = useFrozenRows(frozen)
  const { status, reason, value, unit, numerator, denominator, known, missing, definition, version } = figure
  const isWithheld = status === 'withheld'
  const counted = [
    { term: t('source.numerator'), count: numerator },
    { term: t('source.denominator'), count: denominator },
    { term: t('source.known'), count: known },
    { term: t('source.missing'), count: missing },
  ].flatMap(({ term, count }) =>
    isWithheld || count === null ? [] : [{ term, detail: formatNumber(count, frozen.locale, 2) }],
  )
  const shown = isWithheld ? t('source.withheld') : value === null ? t('source.none') : written(value, unit)
  return (
    <div className="max-w-[54rem] space-y-6">
      {isWithheld ? (
        <Notice title={t('source.withheldTitle')}>
          <p>{t('source.withheldHelp', { reason: reason ?? '' })}</p>
        </Notice>
      ) : null}
      <DescriptionList
        items={[
          { term: t('source.value'), detail: <strong className="text-lg">{shown}</strong> },
          ...(target ? [{ term: t('source.target'), detail: written(target.target, unit) }] : []),
          { term: t('source.definition'), detail: definition },
          ...counted,
          { term: t('source.theme'), detail: chapter },
          { term: t('source.version'), detail: String(version) },
          ...rows,
        ]}
      />
      <p className="max-w-[68ch] text-ink-2">{t('source.casesStay', { operator })}</p>
    </div>
  )
}

/** A quotation, the kind of thing it is, and what its author agreed to: never who. */
export function StoryFacts({ story, frozen, operator }: Own & { story: FrozenStory }) {
  const { t } = useTranslation('questions')
  const locale = useLocale()
  const rows = useFrozenRows(frozen)
  const { body, kind, about, author, collectedOn, limits, consent } = story
  return (
    <div className="max-w-[54rem] space-y-6">
      <Quote source={about}>
        <span className="wrap-anywhere whitespace-pre-wrap">«&nbsp;{body}&nbsp;»</span>
      </Quote>
      <DescriptionList
        items={[
          { term: t('source.kind'), detail: kind },
          { term: t('source.about'), detail: about },
          ...(author ? [{ term: t('source.author'), detail: author }] : []),
          { term: t('source.collectedOn'), detail: writtenDay(collectedOn, locale) },
          { term: t('source.consent'), detail: t(`source.consents.${consent ?? 'given'}`) },
          ...(limits ? [{ term: t('source.limits'), detail: limits }] : []),
          ...rows,
        ]}
      />
      <p className="max-w-[68ch] text-ink-2">{t('source.nameStays', { operator })}</p>
    </div>
  )
}
