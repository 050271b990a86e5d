import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { inLanguage } from '#app/features/history/history-lines.ts'
import { formatDay, formatInstant } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { useSentence } from '#app/i18n/use-sentence.ts'
import { addDays, day, dayOf } from '#app/kernel/day.ts'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { Timeline } from '#app/ui/timeline.tsx'
import type { TimelineEntry } from '../timeline.ts'

/** What happened in a case: events in a sentence each, notes in their place. */
export function CaseTimeline({ entries, today }: { entries: readonly TimelineEntry[]; today: string }) {
  const { t } = useTranslation('cases')
  const when = useWhen(today)
  return (
    <Timeline
      label={t('timeline.label')}
      items={entries.map(entry => ({
        key: entry.id,
        when: when(entry.at),
        dateTime: entry.at,
        ...(entry.note && {
          tag: entry.note.isShared ? (
            <StatusTag tone="now">{t('timeline.noteShared')}</StatusTag>
          ) : (
            <StatusTag>{t('timeline.note')}</StatusTag>
          ),
        }),
        children: <EntryText entry={entry} />,
        who: <EntryWho entry={entry} />,
      }))}
    />
  )
}

function EntryText({ entry: { event, params, to, note, happenedOn, at } }: { entry: TimelineEntry }) {
  const { t } = useTranslation(['events', 'cases'])
  // Names of events come from the journal: one that has no sentence of its own yet still says that something happened.
  const sentence = useSentence('events')
  const locale = useLocale()
  if (note)
    return (
      <>
        <p className="whitespace-pre-wrap">{note.body}</p>
        <Link to={`notes/${note.id}`} className="mr-5 inline-block py-1.5 text-sm">
          {note.isShared ? t('cases:timeline.noteReaders') : t('cases:timeline.noteShare')}
        </Link>
        {note.mine ? (
          <Link to={`?note=${note.id}`} className="inline-block py-1.5 text-sm">
            {t('cases:timeline.noteEdit')}
          </Link>
        ) : null}
      </>
    )
  const said = sentence([`events:${event}`, 'events:other'], {
    ...inLanguage(params, locale),
    ...(to && { to: to[locale] }),
  })
  const happened = day(happenedOn)
  const isLater = happened !== null && happened !== dayOf(new Date(at))
  return (
    <p>
      {said}
      {isLater ? (
        <span className="text-ink-2"> ({t('cases:timeline.past', { on: formatDay(happened, locale) })})</span>
      ) : null}
    </p>
  )
}

function EntryWho({ entry: { who, params } }: { entry: TimelineEntry }) {
  const { t } = useTranslation('cases')
  if (who.kind === 'me') return t('timeline.me')
  if (who.kind === 'link') return [t('timeline.link'), params.function].filter(Boolean).join(' · ')
  return who.kind === 'system' ? t('timeline.system') : who.name
}

/** « Hier, 17 h 40 », then the day alone. */
function useWhen(today: string) {
  const { t } = useTranslation('cases')
  const locale = useLocale()
  return (at: string): string => {
    const instant = new Date(at)
    const on = dayOf(instant)
    const now = day(today)
    const time =
      formatInstant(instant, locale)
        .split(locale === 'en' ? ' at ' : ' à ')
        .at(-1) ?? ''
    if (on === now) return t('timeline.todayAt', { time })
    if (now && on === addDays(now, -1)) return t('timeline.yesterday', { time })
    return formatDay(on, locale)
  }
}
