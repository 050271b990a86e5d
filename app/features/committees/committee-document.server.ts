import { type DocumentBlock, heading, type WrittenDocument } from '#app/features/documents/written-document.ts'
import { formatDay, formatDays, type Locale } from '#app/i18n/formats.ts'
import { wordsIn } from '#app/i18n/translate.server.ts'
import { day } from '#app/kernel/day.ts'
import type { CommitteeItem, CommitteeMember, CommitteeRow } from './committee.ts'

type Pack = {
  operator: string
  committee: CommitteeRow
  items: readonly CommitteeItem[]
  members: readonly CommitteeMember[]
}

/** The papers of a meeting: its agenda, then a page for each case. */
export function committeeDocument({ operator, committee, items, members }: Pack, locale: Locale): WrittenDocument {
  const t = wordsIn(locale).getFixedT(locale, 'documentWriting')
  const heldOn = day(committee.heldOn)
  const on = heldOn ? formatDay(heldOn, locale) : committee.heldOn
  return {
    locale,
    name: t('committee.fileName', { on: committee.heldOn }),
    author: operator,
    title: t('committee.title', { on }),
    kicker: operator,
    lede: committee.place,
    footer: `${operator} · ${t('committee.confidential')}`,
    page: t('page', { page: '{{page}}', pages: '{{pages}}' }),
    blocks: [
      { kind: 'note', text: t('committee.reminder') },
      heading(t('committee.agenda')),
      { kind: 'list', isRanked: true, items: items.map(({ title }) => title) },
      ...(members.length > 0
        ? [
            heading(t('committee.members')),
            {
              kind: 'list' as const,
              isRanked: false,
              items: members.map(({ name, function: role }) => (role ? `${name}, ${role}` : name)),
            },
          ]
        : []),
      ...items.flatMap(item => pageOf(item, locale)),
    ],
  }
}

function pageOf(item: CommitteeItem, locale: Locale): DocumentBlock[] {
  const t = wordsIn(locale).getFixedT(locale, 'documentWriting')
  const opinions: Record<string, string> = wordsIn(locale).t('choices:opinion', { returnObjects: true })
  const said = [
    ...(item.opinion ? [{ term: t('committee.opinion'), detail: opinions[item.opinion] ?? item.opinion }] : []),
    ...(item.reason ? [{ term: t('committee.reason'), detail: item.reason }] : []),
    ...(item.advisedQuarters === null
      ? []
      : [{ term: t('committee.advised'), detail: formatDays(item.advisedQuarters / 4, locale) }]),
  ]
  return [
    { kind: 'page-break' },
    heading(item.title),
    { kind: 'text', text: item.presentation },
    ...(item.questions ? [heading(t('committee.questions'), 3), { kind: 'text' as const, text: item.questions }] : []),
    ...(item.warnings ? [heading(t('committee.warnings'), 3), { kind: 'text' as const, text: item.warnings }] : []),
    ...(said.length > 0 ? [heading(t('committee.said'), 3), { kind: 'facts' as const, items: said }] : []),
  ]
}
