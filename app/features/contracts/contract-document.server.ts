import {
  documentDocx,
  type WrittenDocument,
  type WrittenPart,
} from '#app/features/consultations/written-document.server.ts'
import { formatDay, formatEuros, formatNumber } from '#app/i18n/formats.ts'
import { wordsIn } from '#app/i18n/translate.server.ts'
import { clauseNames } from './clauses.ts'
import { type Party, priceWithVat, type WrittenContract } from './contract-text.ts'

/** The language of the document: those who sign it are French. */
const locale = 'fr'
const words = () => wordsIn(locale).getFixedT(locale, 'contractTexts')
const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export async function contractFile(contract: WrittenContract): Promise<{ name: string; type: string; body: Buffer }> {
  const title = contract.engineering.title ?? words()('document.untitled')
  return {
    name: `${words()('document.name', { title })}.docx`,
    type,
    body: await documentDocx(contractDocument(contract)),
  }
}

/** The convention tripartite, as its parties sign it: contents of domain §13.8. */
export function contractDocument(contract: WrittenContract): WrittenDocument {
  const t = words()
  const { operator, engineering, text } = contract
  const { startsOn, endsOn, orderedQuarters, amountCents, signedOn } = engineering
  const withVat = priceWithVat(amountCents, text)
  return {
    locale,
    kicker: t('document.kicker', { operator }),
    title: engineering.title ?? t('document.untitled'),
    facts: [
      { term: t('document.days'), detail: formatNumber((orderedQuarters ?? 0) / 4, locale) },
      { term: t('document.price'), detail: formatEuros(amountCents ?? 0, locale) },
      {
        term: t('document.withVat', { rate: formatNumber((text.vatBasisPoints ?? 0) / 100, locale) }),
        detail: formatEuros(withVat ?? 0, locale),
      },
      ...(startsOn ? [{ term: t('document.from'), detail: formatDay(startsOn, locale) }] : []),
      ...(endsOn ? [{ term: t('document.to'), detail: formatDay(endsOn, locale) }] : []),
    ],
    parts: [
      { heading: t('document.between'), paragraphs: partiesOf(contract).map(({ line }) => line) },
      { heading: t('fields.object'), paragraphs: [text.object ?? ''] },
      deliverablesOf(contract),
      ...clauseNames.map(name => ({ heading: t(`fields.${name}`), paragraphs: [text[name] ?? ''] })),
      ...amendmentsOf(contract),
      {
        heading: t('document.signatures'),
        paragraphs: [signedOn ? t('document.signed', { day: formatDay(signedOn, locale) }) : t('document.signHere')],
        table: {
          header: [t('document.party'), t('document.signature')],
          rows: partiesOf(contract).map(({ name }) => [name, '\n\n']),
        },
      },
    ],
  }
}

function partiesOf({ operator, organisations, provider, text }: WrittenContract) {
  const t = words()
  const line = (who: string, { siret }: Pick<Party, 'siret'>, signatory: string | null) =>
    [
      who,
      ...(siret ? [t('document.siret', { siret })] : []),
      signatory ? t('document.by', { name: signatory }) : t('document.byHand'),
    ].join(', ')
  return [
    {
      name: operator,
      line: line(t('document.operatorParty', { name: operator }), { siret: null }, text.operatorSignatory),
    },
    ...organisations.map(party => ({
      name: party.name,
      line: line(t('document.organisationParty', { name: party.name }), party, text.organisationSignatory),
    })),
    ...(provider
      ? [
          {
            name: provider.name,
            line: line(t('document.providerParty', { name: provider.name }), provider, text.providerSignatory),
          },
        ]
      : []),
  ]
}

function deliverablesOf({ deliverables }: WrittenContract): WrittenPart {
  const t = words()
  return {
    heading: t('document.deliverables'),
    paragraphs: [],
    table: {
      header: [t('document.deliverable'), t('document.dueOn')],
      rows: deliverables.map(({ title, dueOn }) => [title, dueOn ? formatDay(dueOn, locale, 'short') : '–']),
    },
  }
}

function amendmentsOf({ amendments }: WrittenContract): WrittenPart[] {
  if (amendments.length === 0) return []
  const t = words()
  const header = ['amendment', 'signedOn', 'daysAdded', 'amountAdded', 'newEnd', 'reason'] as const
  return [
    {
      heading: t('document.amendments'),
      paragraphs: [],
      table: {
        header: header.map(name => t(`document.${name}`)),
        rows: amendments.map(({ rank, signedOn, quartersAdded, centsAdded, endsOn, reason }) => [
          String(rank),
          formatDay(signedOn, locale, 'short'),
          formatNumber(quartersAdded / 4, locale),
          formatEuros(centsAdded, locale),
          endsOn ? formatDay(endsOn, locale, 'short') : '–',
          reason,
        ]),
      },
    },
  ]
}
