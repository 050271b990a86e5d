import { formatDay, formatEuros, formatNumber } from '#app/i18n/formats.ts'
import { wordsIn } from '#app/i18n/translate.server.ts'
import type { Day } from '#app/kernel/day.ts'
import {
  budgetWithVat,
  type Consultation,
  type Criterion,
  type Offer,
  type Score,
  type Terms,
  termsTexts,
} from './consultation.ts'
import { gridTotal, totalOf } from './consultation-rules.ts'
import { documentDocx, type WrittenDocument, type WrittenPart } from './written-document.server.ts'

type DocumentFile = { name: string; type: string; body: Buffer }

/** The language of the documents: their readers are French organisations and providers. */
const locale = 'fr'
const words = () => wordsIn(locale).getFixedT(locale, 'consultations')
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export type WrittenTerms = {
  operator: string
  title: string | null
  organisations: readonly string[]
  terms: Terms
  criteria: readonly Criterion[]
}

export async function termsFile(written: WrittenTerms): Promise<DocumentFile> {
  const title = written.title ?? words()('untitled')
  return {
    name: `${words()('document.termsName', { title })}.docx`,
    type,
    body: await documentDocx(termsText(written)),
  }
}

/** The terms as they are read by providers; a part that nobody wrote says so, to be filled in by hand. */
export function termsText({ operator, title, organisations, terms, criteria }: WrittenTerms): WrittenDocument {
  const t = words()
  const empty = t('document.toWrite')
  const { quarters, budgetCents, vatBasisPoints } = terms
  const withVat = budgetWithVat(terms)
  return {
    locale,
    kicker: `${operator} · ${t('terms')}`,
    title: title ?? t('untitled'),
    facts: [
      { term: t('document.organisations'), detail: organisations.join(', ') || empty },
      { term: t('fields.days'), detail: quarters === null ? empty : formatNumber(quarters / 4, locale) },
      { term: t('fields.budget'), detail: budgetCents === null ? empty : formatEuros(budgetCents, locale) },
      {
        term:
          vatBasisPoints === null
            ? t('document.withVatUnknown')
            : t('document.withVat', { rate: formatNumber(vatBasisPoints / 100, locale) }),
        detail: withVat === null ? empty : formatEuros(withVat, locale),
      },
    ],
    parts: [
      ...termsTexts.map<WrittenPart>(name => ({ heading: t(`fields.${name}`), paragraphs: [terms[name] ?? empty] })),
      {
        heading: t('criteria'),
        paragraphs: [],
        table: {
          header: [t('criterion'), t('weight')],
          rows: [
            ...criteria.map(({ label, weight }) => [label, String(weight)]),
            [t('total'), String(gridTotal(criteria))],
          ],
        },
      },
    ],
  }
}

export type WrittenMinutes = Omit<WrittenTerms, 'terms'> & {
  consultation: Consultation & { decidedOn: Day }
  asked: readonly string[]
  offers: readonly Offer[]
  scores: readonly Score[]
}

export async function minutesFile(written: WrittenMinutes): Promise<DocumentFile> {
  const title = written.title ?? words()('untitled')
  const name = `${words()('document.minutesName', { title })}.docx`
  return { name, type, body: await documentDocx(minutesText(written)) }
}

/** The minutes of the choice: who was asked, what came, both views side by side, the decision and its reasons. */
export function minutesText(written: WrittenMinutes): WrittenDocument {
  const t = words()
  const { operator, title, organisations, criteria, consultation, asked, offers, scores } = written
  const named = (id: string | null) => offers.find(offer => offer.id === id)?.provider ?? t('document.none')
  const points = (offerId: string, scorer: Score['scorer']) => {
    const total = totalOf(offerId, scorer, criteria, scores)
    return total === null ? '–' : `${total} / ${gridTotal(criteria)}`
  }
  const { waiverReason, waiverDocument, conflict, conflictNote } = consultation
  return {
    locale,
    kicker: `${operator} · ${t('minutes')}`,
    title: title ?? t('untitled'),
    facts: [
      { term: t('document.organisations'), detail: organisations.join(', ') || t('document.none') },
      { term: t('openedOn'), detail: formatDay(consultation.openedOn, locale) },
      { term: t('deadline'), detail: formatDay(consultation.deadline, locale) },
      { term: t('decidedOn'), detail: formatDay(consultation.decidedOn, locale) },
    ],
    parts: [
      {
        heading: t('asked'),
        paragraphs: [
          asked.join(', ') || t('document.none'),
          ...(waiverReason ? [`${t('waiver')} ${waiverReason} (${waiverDocument ?? ''})`] : []),
        ],
      },
      {
        heading: t('offers'),
        paragraphs: [],
        table: {
          header: [
            t('provider'),
            t('receivedOn'),
            t('days'),
            t('amount'),
            t('organisationView'),
            t('practitionerView'),
          ],
          rows: offers.map(({ id, provider, receivedOn, quarters, amountCents }) => [
            receivedOn > consultation.deadline ? `${provider} (${t('late')})` : provider,
            formatDay(receivedOn, locale, 'short'),
            formatNumber(quarters / 4, locale),
            formatEuros(amountCents, locale),
            points(id, 'organisation'),
            points(id, 'practitioner'),
          ]),
        },
      },
      {
        heading: t('grid'),
        paragraphs: [t('document.gridHelp')],
        table: {
          header: [t('criterion'), ...offers.map(({ provider }) => provider)],
          rows: criteria.map(({ id, label, weight }) => [
            `${label} (${weight})`,
            ...offers.map(offer => pair(scores.filter(s => s.offerId === offer.id && s.criterionId === id))),
          ]),
        },
      },
      {
        heading: t('decision'),
        paragraphs: [
          `${t('chosen')} ${named(consultation.chosenOfferId)}`,
          `${t('preferred')} ${named(consultation.preferredOfferId)}`,
          consultation.justification ?? '',
        ],
      },
      {
        heading: t('conflict'),
        paragraphs: [t(`conflicts.${conflict ?? 'none'}`), ...(conflictNote ? [conflictNote] : [])],
      },
    ],
  }
}

const pair = (scores: readonly Score[]) =>
  (['organisation', 'practitioner'] as const)
    .map(scorer => scores.find(score => score.scorer === scorer)?.points ?? '–')
    .join(' · ')
