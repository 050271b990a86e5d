import { catalogue, chapters, isFigureCode } from '#app/features/figures/catalogue.ts'
import type { Envelope, StatedFigure } from '#app/features/figures/envelope.ts'
import { departmentName } from '#app/features/organisations/place.ts'
import { catalogues } from '#app/i18n/catalogue.ts'
import { formatDay, formatNumber, formatShare } from '#app/i18n/formats.ts'
import { wordsIn } from '#app/i18n/translate.server.ts'
import type { Locale } from '#app/i18n/words.ts'
import type { Day } from '#app/kernel/day.ts'
import type { Period } from '#app/kernel/period.ts'
import type { EditionContent, FrozenEmployment, FrozenFigure, FrozenStory, FrozenTarget } from './edition-content.ts'
import type { ConsentedStory } from './stories.store.server.ts'
import { writtenDay } from './written-day.ts'

/** What was read in the transaction that builds an edition. */
export type EditionMatter = {
  operator: string
  agreement: { code: string; title: string | null; funder: string; startsOn: string; endsOn: string }
  year: number
  edition: number
  period: Period
  builtOn: Day
  envelope: Envelope
  targets: readonly { indicator: string; value: number }[]
  stories: readonly ConsentedStory[]
}

/** Puts what was read into the words of one language, once and for all. */
export function composeContent(matter: EditionMatter, locale: Locale): EditionContent {
  const { operator, agreement, year, edition, period, builtOn, envelope, targets, stories } = matter
  const figures = new Map(envelope.figures.map(figure => [figure.code, frozen(figure, locale)]))
  return {
    format: 1,
    locale,
    operator,
    agreement: {
      code: agreement.code,
      title: agreement.title,
      funder: agreement.funder,
      startsOn: agreement.startsOn,
      endsOn: agreement.endsOn,
    },
    year,
    edition,
    period,
    builtOn,
    title: tOf(locale)('title'),
    lede: lede(matter, figures, locale),
    targets: targets.flatMap(({ indicator, value }) => {
      const figure = isFigureCode(indicator) ? figures.get(indicator) : undefined
      return figure ? [targetOf(figure, value)] : []
    }),
    chapters: chapters.map(chapter => ({
      title: catalogues[locale].figures.chapters[chapter],
      figures: envelope.figures.flatMap(({ code }) =>
        catalogue[code].chapter === chapter ? (figures.get(code) ?? []) : [],
      ),
    })),
    employment: employment(figures, locale),
    stories: stories.map(story => storyOf(story, year, locale)),
    limits: [...Object.values(catalogues[locale].reportWriting.limits)],
    method: method(matter, locale),
  }
}

const tOf = (locale: Locale) => wordsIn(locale).getFixedT(locale, 'reportWriting')
type Figures = ReadonlyMap<string, FrozenFigure>

function frozen(figure: StatedFigure, locale: Locale): FrozenFigure {
  const { code, label, definition, version, unit, value, numerator, denominator, known, missing, status } = figure
  const reason = figure.reason === null ? null : catalogues[locale].figures.reasons[figure.reason]
  return { code, label, definition, version, unit, value, numerator, denominator, known, missing, status, reason }
}

function targetOf({ code, label, unit, value, status, reason }: FrozenFigure, target: number): FrozenTarget {
  return { code, label, unit, target, value, status, reason }
}

/** Two or three sentences from the figures that may be published; the others are not alluded to. */
function lede({ year }: EditionMatter, figures: Figures, locale: Locale): string {
  const t = tOf(locale)
  const value = (code: string) => figures.get(code)?.value ?? null
  const [supported, jobs, answered] = [
    value('organisations_supported'),
    value('jobs_concerned'),
    value('followup_rate'),
  ]
  const number = (count: number) => formatNumber(count, locale, 0)
  const sentences = [t('lede.supported', { count: supported ?? 0, number: number(supported ?? 0), year })]
  if (jobs) sentences.push(t('lede.jobs', { count: jobs, number: number(jobs) }))
  if (answered !== null) sentences.push(t('lede.followUp', { share: formatShare(answered, locale) }))
  return sentences.join(' ')
}

function employment(figures: Figures, locale: Locale): FrozenEmployment {
  const t = tOf(locale)
  const growth = figures.get('job_growth_matched')
  const none = { before: null, after: null, change: null, pairs: null, notes: [] }
  if (!growth || growth.status === 'not_applicable') return { ...none, summary: t('employment.none') }
  const { value: change, denominator: before, numerator: after, known: pairs, missing } = growth
  if (growth.status === 'withheld' || change === null || before === null || after === null || pairs === null)
    return { ...none, summary: t('employment.withheld', { reason: growth.reason ?? '' }) }
  const number = (count: number) => formatNumber(count, locale, 1)
  const share = `${change > 0 ? '+\u202f' : ''}${formatShare(change, locale)}`
  const said = { count: pairs, before: number(before), after: number(after), share }
  return {
    before,
    after,
    change,
    pairs,
    summary: t('employment.summary', said),
    notes: [t('employment.same', said), t('employment.missing', { count: missing ?? 0 })],
  }
}

function storyOf(story: ConsentedStory, year: number, locale: Locale): FrozenStory {
  const t = tOf(locale)
  const { kind, body, author, collectedOn, fromFollowUp, limits, legalForm, department, consent } = story
  const form = legalForm ? catalogues[locale].figures.keys.legalForm[legalForm] : t('story.organisation')
  const place = department ? t('story.place', { department: departmentName(department) }) : ''
  const about = t('story.about', { form: `${form}${place}`, year })
  return {
    kind: catalogues[locale].testimonies.kinds[kind],
    body,
    author,
    about,
    collectedOn,
    method: story.method ?? (fromFollowUp ? t('story.fromFollowUp') : null),
    limits,
    consent,
  }
}

function method({ agreement, period, builtOn, edition }: EditionMatter, locale: Locale): string[] {
  const t = tOf(locale)
  const from = agreement.startsOn > period.from ? agreement.startsOn : period.from
  const to = agreement.endsOn < period.to ? agreement.endsOn : period.to
  return [
    t('method.scope', { code: agreement.code, from: writtenDay(from, locale), to: writtenDay(to, locale) }),
    t('method.known'),
    t('method.masked'),
    t('method.stories'),
    t('method.frozen', { edition, day: formatDay(builtOn, locale) }),
  ]
}
