import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { messageWords } from '#app/features/messages/message-words.ts'
import { noticeParams, noticeWords } from '#app/features/notifications/notice-words.ts'
import { formatDay, type Locale } from '#app/i18n/formats.ts'
import type { Day } from '#app/kernel/day.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { Timeline } from '#app/ui/timeline.tsx'

type Letter = { message: string; recipient: string; number: string | null; organisation: string | null }
export type Happening = {
  id: string
  day: Day
  letter: Letter | null
  notice: { kind: string; data: Record<string, string> } | null
}

/** What the demonstration brought, at the date of each. */
export function Happened({ happened, base, locale }: { happened: readonly Happening[]; base: string; locale: Locale }) {
  const { t } = useTranslation('settings')
  return (
    <Timeline
      label={t('calendar.list')}
      empty={<EmptyState title={t('calendar.nothing')}>{t('calendar.nothingHelp')}</EmptyState>}
      items={happened.map(({ id, day, letter, notice }) => ({
        key: id,
        when: formatDay(day, locale, 'short'),
        dateTime: day,
        tag: (
          <StatusTag tone={letter ? 'after' : 'now'}>{t(letter ? 'calendar.mailTag' : 'calendar.noticeTag')}</StatusTag>
        ),
        children: letter ? (
          <LetterLine letter={letter} base={base} />
        ) : notice ? (
          <NoticeLine notice={notice} locale={locale} />
        ) : null,
      }))}
    />
  )
}

function LetterLine({ letter: { message, recipient, number, organisation }, base }: { letter: Letter; base: string }) {
  const { t } = useTranslation(['settings', 'sends'])
  const { t: name } = useTranslation('sends')
  return (
    <>
      {t('settings:calendar.mailTo', { message: name(messageWords(message)), recipient })}
      {number ? (
        <>
          {' · '}
          <Link to={`${base}/accompagnements/${number}`}>{organisation ?? number}</Link>
        </>
      ) : null}
    </>
  )
}

function NoticeLine({
  notice: { kind, data },
  locale,
}: {
  notice: { kind: string; data: Record<string, string> }
  locale: Locale
}) {
  const { t } = useTranslation('notifications')
  return t(noticeWords(kind), noticeParams(data, locale))
}
