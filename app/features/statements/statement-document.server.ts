import { type DocumentBlock, heading, type WrittenDocument } from '#app/features/documents/written-document.ts'
import { formatDay, formatHour, formatNumber, type Locale } from '#app/i18n/formats.ts'
import { wordsIn } from '#app/i18n/translate.server.ts'
import type { Day } from '#app/kernel/day.ts'
import { type Statement, type StatementLine, totalQuarters } from './statement.ts'

/** A consultant's statement of days, to print and sign. */
export function statementDocument(statement: Statement, today: Day, locale: Locale): WrittenDocument {
  const t = wordsIn(locale).getFixedT(locale, 'statements')
  const writing = wordsIn(locale).getFixedT(locale, 'documentWriting')
  const days = (quarters: number) => formatNumber(quarters / 4, locale)
  const { operator, consultant, provider, organisations, signedOn, orderedQuarters, missionQuarters, lines } = statement
  const title = statement.title ?? t('untitled')
  const to = formatDay(statement.to, locale)
  const period = statement.from ? t('period', { from: formatDay(statement.from, locale), to }) : t('until', { to })
  const facts = [
    { term: t('consultant'), detail: provider ? `${consultant}, ${provider}` : consultant },
    { term: t('operator'), detail: operator },
    { term: t('organisations'), detail: organisations.join(', ') || '–' },
    { term: t('contract'), detail: signedOn ? t('signedOn', { day: formatDay(signedOn, locale) }) : t('unsigned') },
    { term: t('ordered'), detail: orderedQuarters === null ? t('unknown') : days(orderedQuarters) },
    { term: t('missionHeld'), detail: days(missionQuarters) },
  ]
  return {
    locale,
    name: t('document.fileName', { title, to: statement.to }),
    author: consultant,
    title: t('document.title'),
    kicker: `${operator} · ${title}`,
    lede: period,
    footer: `${consultant} · ${title}`,
    page: writing('page', { page: '{{page}}', pages: '{{pages}}' }),
    blocks: [
      { kind: 'facts', items: facts },
      heading(t('sessions')),
      ...tableOf(lines, locale),
      { kind: 'text', text: t('total', { days: days(totalQuarters(lines)) }) },
      heading(t('document.signature')),
      { kind: 'text', text: t('document.certify', { name: consultant, days: days(totalQuarters(lines)) }) },
      { kind: 'text', text: t('document.place') },
      { kind: 'note', text: t('document.writtenOn', { day: formatDay(today, locale) }) },
    ],
  }
}

function tableOf(lines: readonly StatementLine[], locale: Locale): DocumentBlock[] {
  const t = wordsIn(locale).getFixedT(locale, 'statements')
  if (lines.length === 0) return [{ kind: 'text', text: t('none') }]
  const sessionWords = wordsIn(locale).getFixedT(locale, 'sessions')
  const rows = lines.map(({ heldOn, beginsAt, endsAt, kind, quarters }) => [
    formatDay(heldOn, locale),
    [beginsAt, endsAt].flatMap(at => (at ? [formatHour(at, locale)] : [])).join(' – ') || '–',
    kind ? sessionWords(`kinds.${kind}`) : '–',
    formatNumber(quarters / 4, locale),
  ])
  const sum = [t('sum'), '', '', formatNumber(totalQuarters(lines) / 4, locale)]
  return [{ kind: 'table', header: [t('day'), t('hours'), t('kind'), t('days')], rows: [...rows, sum] }]
}
