import { useTranslation } from 'react-i18next'
import { formatDay, type Locale } from '#app/i18n/formats.ts'
import type { Day } from '#app/kernel/day.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { WeekSession } from '../week.ts'
import { hoursOf, SessionLink, SessionState } from './session-words.tsx'

type WeekTableProps = {
  base: string
  days: readonly Day[]
  today: Day
  sessions: readonly WeekSession[]
  locale: Locale
}

/** A week, one row per day: a table like any other, for a keyboard, a screen reader and a phone. */
export function WeekTable({ base, days, today, sessions, locale }: WeekTableProps) {
  const { t } = useTranslation('weeks')
  return (
    <DataTable
      caption={t('weekCaption')}
      hideCaption
      rows={days}
      rowKey={day => day}
      columns={[
        {
          key: 'day',
          header: t('day'),
          rowHeader: true,
          width: 'w-56',
          cell: day => (
            <span className="flex flex-wrap items-center gap-2">
              <time dateTime={day}>{formatDay(day, locale, 'weekday')}</time>
              {day === today ? <StatusTag tone="now">{t('today')}</StatusTag> : null}
            </span>
          ),
        },
        {
          key: 'sessions',
          header: t('sessions'),
          cell: day => {
            const own = sessions.filter(({ heldOn }) => heldOn === day)
            if (own.length === 0) return <span className="text-ink-2">{t('none')}</span>
            return (
              <ul className="space-y-3">
                {own.map(session => (
                  <li key={session.id}>
                    <DaySession base={base} session={session} when={formatDay(day, locale)} locale={locale} />
                  </li>
                ))}
              </ul>
            )
          },
        },
      ]}
    />
  )
}

type DaySessionProps = { base: string; session: WeekSession; when: string; locale: Locale }

function DaySession({ base, session, when, locale }: DaySessionProps) {
  const { t } = useTranslation('sessions')
  const hours = hoursOf(session, locale)
  const facts = [
    hours,
    session.kind && t(`kinds.${session.kind}`),
    session.place,
    session.consultants.map(({ name }) => name).join(', '),
  ].filter(Boolean)
  return (
    <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
      <div className="min-w-0">
        <SessionLink base={base} session={session} when={[when, hours].filter(Boolean).join(', ')} />
        {facts.length > 0 ? <p className="text-[0.9375rem] text-ink-2">{facts.join(' · ')}</p> : null}
      </div>
      <SessionState session={session} />
    </div>
  )
}
