import { type DocumentBlock, heading, passage, type WrittenDocument } from '#app/features/documents/written-document.ts'
import { formatNumber, type Locale } from '#app/i18n/formats.ts'
import { wordsIn } from '#app/i18n/translate.server.ts'
import { type Effect, type Indicator, type Measure, type Study, sideBySide } from './impact.ts'

export type ImpactContent = {
  operator: string
  number: string
  about: string
  study: Study
  effects: readonly Effect[]
  indicators: readonly Indicator[]
  parties: readonly { id: string; name: string; role: string | null }[]
  measures: readonly Measure[]
}

/** The theory of change of a case, with what each party measured before and after. */
export function impactDocument(content: ImpactContent, locale: Locale): WrittenDocument {
  const t = wordsIn(locale).getFixedT(locale, 'impact')
  const writing = wordsIn(locale).getFixedT(locale, 'documentWriting')
  const { operator, number, about, study, effects, parties } = content
  return {
    locale,
    name: t('document.fileName', { about }),
    author: operator,
    title: t('document.title', { about }),
    kicker: `${operator} · ${number}`,
    lede: t(`stageNotes.${study.stage}`),
    footer: `${operator} · ${number}`,
    page: writing('page', { page: '{{page}}', pages: '{{pages}}' }),
    blocks: [
      ...passage(t('frame.title'), study.stakes),
      heading(t('effects.title')),
      {
        kind: 'table',
        header: (['stake', 'activity', 'output', 'effect', 'onWhom', 'kind'] as const).map(name =>
          t(`effects.fields.${name}`),
        ),
        rows: effects.map(({ stake, activity, output, effect, onWhom, kind }) => [
          stake,
          activity,
          output ?? '—',
          effect,
          onWhom,
          t(`kinds.${kind}`),
        ]),
      },
      ...(parties.length > 0
        ? [
            heading(t('parties.title')),
            {
              kind: 'list' as const,
              isRanked: false,
              items: parties.map(({ name, role }) => (role ? `${name}, ${role}` : name)),
            },
          ]
        : []),
      heading(t('indicators.title')),
      ...content.indicators.flatMap(indicator => sheetOf(indicator, content, locale)),
      ...passage(t('conclusions.conclusions'), study.conclusions),
      ...passage(t('conclusions.uses'), study.uses),
    ],
  }
}

function sheetOf(indicator: Indicator, { effects, parties, measures }: ImpactContent, locale: Locale): DocumentBlock[] {
  const t = wordsIn(locale).getFixedT(locale, 'impact')
  const { name, unit, definition, source, measuredBy, baseline } = indicator
  const written = (value: number | null | undefined) =>
    value === null || value === undefined ? t('measures.unknown') : formatNumber(value, locale, 4)
  const said = (one: { value: number | null; view: string | null } | null) =>
    one ? [written(one.value), one.view].filter(Boolean).join('\n') : '—'
  const rows = sideBySide(parties, measures, indicator.id)
  return [
    heading(unit ? t('indicators.named', { name, unit }) : name, 3),
    {
      kind: 'facts',
      items: [
        {
          term: t('indicators.fields.effectId'),
          detail: effects.find(({ id }) => id === indicator.effectId)?.effect ?? '—',
        },
        { term: t('indicators.fields.definition'), detail: definition },
        { term: t('indicators.fields.source'), detail: source },
        { term: t('indicators.fields.measuredBy'), detail: measuredBy },
        { term: t('indicators.fields.baseline'), detail: written(baseline) },
      ],
    },
    ...(rows.length > 0
      ? [
          {
            kind: 'table' as const,
            header: [t('measures.party'), t('measures.before'), t('measures.after'), t('measures.change')],
            rows: rows.map(row => [
              row.name,
              said(row.before),
              said(row.after),
              row.change === null ? '—' : written(row.change),
            ]),
          },
        ]
      : []),
  ]
}
