import { type DocumentBlock, heading, passage, type WrittenDocument } from '#app/features/documents/written-document.ts'
import { formatDay, formatNumber, type Locale } from '#app/i18n/formats.ts'
import { wordsIn } from '#app/i18n/translate.server.ts'
import { type Day, day } from '#app/kernel/day.ts'
import { type Challenge, challengeNatures, type Measure, type Seat, type Territory } from './territory.ts'

type Label = { fr: string; en: string }
type Roadmap = {
  operator: string
  today: Day
  territory: Territory
  seats: readonly Seat[]
  challenges: readonly (Challenge & { measures: readonly Measure[] })[]
  figures: {
    cases: number | null
    organisations: number | null
    lines: readonly { name: Label; cases: number | null }[]
  }
}

/** The roadmap of a territory, as its governance reads it: by challenge, with its measures; it names no organisation. */
export function territoryDocument(roadmap: Roadmap, locale: Locale): WrittenDocument {
  const t = wordsIn(locale).getFixedT(locale, 'documentWriting')
  const { operator, today, territory, seats, challenges } = roadmap
  return {
    locale,
    name: t('territory.fileName', { name: territory.name }),
    author: operator,
    title: territory.name,
    kicker: t('territory.kicker'),
    lede: labelOf(territory, locale),
    footer: `${operator} · ${formatDay(today, locale)}`,
    page: t('page', { page: '{{page}}', pages: '{{pages}}' }),
    blocks: [
      ...passage(t('territory.roadmap'), territory.roadmap),
      heading(t('territory.perimeter')),
      {
        kind: 'text',
        text: [...territory.departments, ...territory.communes].join(', '),
      },
      ...(seats.length > 0 ? [heading(t('territory.governance')), seatsTable(seats, locale)] : []),
      ...challengeNatures.flatMap(nature => {
        const own = challenges.filter(challenge => challenge.nature === nature)
        const title = heading(wordsIn(locale).t(`territories:natures.${nature}`))
        return own.length > 0 ? [title, ...own.flatMap(challenge => challengeBlocks(challenge, locale))] : []
      }),
      ...figuresBlocks(roadmap.figures, locale),
    ],
  }
}

function labelOf({ label, labelledOn }: Territory, locale: Locale): string | null {
  const on = day(labelledOn)
  return [label, on && formatDay(on, locale)].filter(Boolean).join(' · ') || null
}

function seatsTable(seats: readonly Seat[], locale: Locale): DocumentBlock {
  const t = wordsIn(locale).getFixedT(locale, 'territories')
  return {
    kind: 'table',
    header: [t('seat.name'), t('seat.college'), t('seat.role')],
    rows: seats.map(({ name, college, role }) => [name, t(`colleges.${college}`), role ?? '–']),
  }
}

function challengeBlocks(
  { title, words, indicator, unit, closedOn, result, measures }: Roadmap['challenges'][number],
  locale: Locale,
): DocumentBlock[] {
  const t = wordsIn(locale).getFixedT(locale, 'territories')
  const on = (value: string | null) => {
    const known = day(value)
    return known ? formatDay(known, locale) : ''
  }
  return [
    heading(title, 3),
    ...(words ? [{ kind: 'text' as const, text: words }] : []),
    ...(indicator
      ? [{ kind: 'facts' as const, items: [{ term: t('challenge.indicator'), detail: withUnit(indicator, unit) }] }]
      : []),
    ...(measures.length > 0
      ? [
          {
            kind: 'table' as const,
            header: [t('measure.measuredOn'), t('measure.value'), t('measure.source')],
            rows: measures.map(({ measuredOn, value, source }) => [
              on(measuredOn),
              formatNumber(value, locale),
              source,
            ]),
          },
        ]
      : []),
    ...(closedOn ? [{ kind: 'note' as const, text: t('challenge.closedOn', { on: on(closedOn) }) }] : []),
    ...(result ? [{ kind: 'text' as const, text: result }] : []),
  ]
}

const withUnit = (indicator: string, unit: string | null) => (unit ? `${indicator} (${unit})` : indicator)

function figuresBlocks({ cases, organisations, lines }: Roadmap['figures'], locale: Locale): DocumentBlock[] {
  const t = wordsIn(locale).getFixedT(locale, 'documentWriting')
  const shown = (value: number | null) => (value === null ? t('territory.withheld') : formatNumber(value, locale))
  return [
    heading(t('territory.figures')),
    {
      kind: 'table',
      header: [t('territory.programme'), t('territory.cases')],
      rows: [
        ...lines.map(({ name, cases: count }) => [name[locale], shown(count)]),
        [t('territory.all'), shown(cases)],
        [t('territory.organisations'), shown(organisations)],
      ],
    },
    { kind: 'note', text: t('territory.secret') },
  ]
}
