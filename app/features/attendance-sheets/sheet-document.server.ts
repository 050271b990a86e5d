import { type DocumentBlock, heading, type WrittenDocument } from '#app/features/documents/written-document.ts'
import { formatDay, formatDays, formatHour, formatInstant, type Locale } from '#app/i18n/formats.ts'
import { wordsIn } from '#app/i18n/translate.server.ts'
import type { Day } from '#app/kernel/day.ts'
import type { Payer } from './payer.ts'
import { missingIn, type SheetFacts, type SheetLine } from './sheet.ts'
import { frame } from './signature-rules.ts'

type LogosBlock = Extract<DocumentBlock, { kind: 'logos' }>
type Sheet = {
  operator: string
  title: string | null
  funders: readonly Pick<Payer, 'name'>[]
  /** Of those funders, the ones that gave theirs. */
  logos: LogosBlock['items']
  facts: SheetFacts
  hash: string
  lines: readonly SheetLine[]
  today: Day
  locale: Locale
}

/** Beyond half a day there is a morning and an afternoon, and a column for each. */
const halfDay = 2

/** The sheet as a document: what was signed is on it, and the rest is a frame to sign by hand. */
export function sheetDocument({
  operator,
  title,
  funders,
  logos,
  facts,
  hash,
  lines,
  today,
  locale,
}: Sheet): WrittenDocument {
  const t = wordsIn(locale).getFixedT(locale, 'sheets')
  const writing = wordsIn(locale).getFixedT(locale, 'documentWriting')
  const { heldOn, beginsAt, endsAt, quarters, place } = facts
  const named = title ?? t('untitled')
  const hours = [beginsAt, endsAt].flatMap(at => (at ? [formatHour(at, locale)] : [])).join(' – ')
  const items = [
    { term: t('document.day'), detail: heldOn ? formatDay(heldOn, locale) : '–' },
    { term: t('document.hours'), detail: hours || '–' },
    { term: t('document.length'), detail: quarters ? formatDays(quarters / 4, locale) : '–' },
    { term: t('document.place'), detail: place ?? '–' },
    { term: t('document.operator'), detail: operator },
    ...(funders.length > 0
      ? [{ term: t('document.funders'), detail: funders.map(({ name }) => name).join(', ') }]
      : []),
  ]
  const withdrawn = lines.flatMap(line => line.withdrawn)
  return {
    locale,
    name: t('document.fileName', { day: heldOn ?? today }),
    author: operator,
    title: t('title'),
    kicker: operator,
    lede: named,
    footer: `${named} · ${t('document.hash', { hash: hash.slice(0, 16) })}`,
    page: writing('page', { page: '{{page}}', pages: '{{pages}}' }),
    blocks: [
      { kind: 'facts', items },
      ...(logos.length > 0 ? [{ kind: 'logos' as const, items: logos }] : []),
      heading(t('document.people')),
      signatureTable(lines, (quarters ?? 0) > halfDay, locale),
      {
        kind: 'text',
        text: t('signatures', { signed: lines.length - missingIn(lines).length, of: lines.length }),
      },
      ...withdrawn.map(
        ({ signedName, withdrawnBy, withdrawnAt, withdrawnReason }): DocumentBlock => ({
          kind: 'note',
          text: t('withdrawn', {
            name: signedName,
            by: withdrawnBy ?? '',
            at: withdrawnAt ? formatInstant(withdrawnAt, locale) : '',
            reason: withdrawnReason ?? '',
          }),
        }),
      ),
      { kind: 'note', text: t('document.writtenOn', { day: formatDay(today, locale) }) },
    ],
  }
}

function signatureTable(lines: readonly SheetLine[], hasHalves: boolean, locale: Locale): DocumentBlock {
  const t = wordsIn(locale).getFixedT(locale, 'sheets')
  const roles = wordsIn(locale).getFixedT(locale, 'sessions')
  const columns = hasHalves ? [t('document.morning'), t('document.afternoon')] : [t('document.signature')]
  return {
    kind: 'signatures',
    header: [t('document.person'), t('document.organisation'), ...columns],
    columns: columns.length,
    rows: lines.map(({ personName, organisation, role, accompanimentId, signed, earlier }) => ({
      cells: [
        personName ?? '',
        [accompanimentId ? organisation : t('leads'), role && roles(`roles.${role}`)].filter(Boolean).join('\n'),
      ],
      alt: t('signatureOf', { name: signed?.signedName ?? personName ?? '' }),
      drawing: signed?.drawing ? picture(signed.drawing) : null,
      text: signed
        ? t(`signed.${signed.means}`, {
            name: signed.signedName,
            at: formatInstant(signed.signedAt, locale),
            by: signed.takenBy ?? '',
          })
        : earlier
          ? t('document.earlier', { day: earlier.heldOn ? formatDay(earlier.heldOn, locale) : '–' })
          : null,
      isSigned: signed !== null,
    })),
  }
}

/** Numbers that were judged when it was signed, and nothing else. */
const picture = (drawing: string) =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${frame.width} ${frame.height}" width="${frame.width}" height="${frame.height}"><path d="${drawing.replaceAll(/[^ML\d ]/g, '')}" fill="none" stroke="#1c2230" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/></svg>`
