import { formatNumber } from '#app/i18n/formats.ts'
import { wordsIn } from '#app/i18n/translate.server.ts'
import type { EditionContent, FrozenFigure, FrozenStory } from './edition-content.ts'
import { writtenDay } from './written-day.ts'
import { type UnitWords, writtenValue } from './written-figure.ts'

/** The words of a document: the frozen numbers as they are printed, with the titles that the screen has too. */
export function reportWords(content: EditionContent) {
  const { locale, agreement, year, edition, builtOn, period, operator, employment } = content
  const t = wordsIn(locale).getFixedT(locale, 'reports')
  const writing = wordsIn(locale).getFixedT(locale, 'reportWriting')
  const units: UnitWords = (unit, value, count) => t(`document.units.${unit}`, { value, count })
  const written = (value: number, unit: FrozenFigure['unit']) => writtenValue(value, unit, locale, units)
  const shown = ({ status, value, unit }: Pick<FrozenFigure, 'status' | 'value' | 'unit'>) =>
    status === 'withheld'
      ? t('document.figures.withheld')
      : value === null
        ? t('document.figures.notApplicable')
        : written(value, unit)
  const name = agreement.title ?? agreement.code
  const editionLine = t('document.editionLine', { edition, day: writtenDay(builtOn, locale) })
  const jobs = (count: number | null) => (count === null ? '' : formatNumber(count, locale, 1))
  return {
    documentTitle: writing('subject', { year, code: agreement.code }),
    kicker: t('document.kicker', { code: name, funder: agreement.funder }),
    footer: `${operator} · ${agreement.code} · ${editionLine}`,
    page: writing('page', { page: '{{page}}', pages: '{{pages}}' }),
    facts: [
      { term: t('document.operator'), detail: operator },
      { term: t('document.funder'), detail: agreement.funder },
      {
        term: t('document.agreement'),
        detail: agreement.title ? `${agreement.code} · ${agreement.title}` : agreement.code,
      },
      {
        term: t('document.periodLabel'),
        detail: t('document.period', { from: writtenDay(period.from, locale), to: writtenDay(period.to, locale) }),
      },
      { term: t('list.edition'), detail: editionLine },
    ],
    targets: {
      title: t('document.targets.title'),
      none: t('document.targets.none'),
      indicator: t('document.targets.indicator'),
      progress: t('document.targets.progress'),
      achieved: t('document.targets.achieved'),
      target: t('document.targets.target'),
      rows: content.targets.map(row => ({
        label: row.label,
        value: row.value,
        target: row.target,
        achieved: shown(row),
        aim: written(row.target, row.unit),
        alt: t('document.targets.meter', {
          label: row.label,
          value: shown(row),
          target: written(row.target, row.unit),
        }),
      })),
    },
    stories: { title: t('document.stories.title'), items: content.stories.map(story => storyWords(story, t)) },
    employment: {
      title: t('document.employment.title'),
      moment: t('document.employment.moment'),
      jobs: t('document.employment.jobs'),
      rows: [
        {
          label: t('document.employment.before'),
          value: employment.before,
          text: jobs(employment.before),
          first: true,
        },
        { label: t('document.employment.after'), value: employment.after, text: jobs(employment.after), first: false },
      ],
    },
    figures: {
      title: t('document.figures.title'),
      help: `${t('document.figures.maskedHelp')} ${t('document.figures.notApplicableHelp')}`,
      figure: t('document.figures.figure'),
      basis: t('document.figures.basis'),
      value: t('document.figures.value'),
      chapters: content.chapters.map(({ title, figures }) => ({
        title,
        figures: figures.map(figure => ({
          label: figure.label,
          definition: `${figure.definition} (${t('document.figures.version', { version: figure.version })})`,
          basis: basisWords(figure, locale, t),
          value: shown(figure),
        })),
      })),
    },
    limits: t('document.limits'),
    method: t('document.method'),
  }
}

type Translate = ReturnType<typeof translator>
const translator = (locale: EditionContent['locale']) => wordsIn(locale).getFixedT(locale, 'reports')

function storyWords({ body, author, about, method, limits }: FrozenStory, t: Translate) {
  const source = t('document.stories.source', { about })
  return {
    body,
    source: author ? `${t('document.stories.from', { author })} ${source}` : source,
    method: method ? t('document.stories.method', { method }) : null,
    limits: limits ? t('document.stories.limits', { limits }) : null,
  }
}

function basisWords(figure: FrozenFigure, locale: EditionContent['locale'], t: Translate): string {
  const { status, reason, numerator, denominator, known, missing } = figure
  if (status === 'withheld') return t('document.figures.withheldBecause', { reason: reason ?? '' })
  const number = (value: number) => formatNumber(value, locale, 1)
  const parts: string[] = []
  if (numerator !== null && denominator !== null)
    parts.push(t('document.figures.ratio', { numerator: number(numerator), denominator: number(denominator) }))
  if (known !== null && missing !== null && missing > 0)
    parts.push(t('document.figures.known', { known: number(known), total: number(known + missing) }))
  return parts.join(' · ')
}
