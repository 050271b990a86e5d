import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay, formatNumber, type Locale } from '#app/i18n/formats.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import type { WeekSession } from '../week.ts'
import { hoursOf, SessionLink, SessionState } from './session-words.tsx'

type SessionTableProps = {
  base: string
  caption: string
  sessions: readonly WeekSession[]
  locale: Locale
  empty: ReactNode
}

/** Sessions one after the other, the first to come first. */
export function SessionTable({ base, caption, sessions, locale, empty }: SessionTableProps) {
  const { t } = useTranslation(['weeks', 'sessions'])
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={sessions}
      rowKey={({ id }) => id}
      empty={empty}
      columns={[
        {
          key: 'whom',
          header: t('weeks:whom'),
          rowHeader: true,
          cell: session => <SessionLink base={base} session={session} when={formatDay(session.heldOn, locale)} />,
        },
        {
          key: 'when',
          header: t('weeks:when'),
          short: true,
          cell: session => (
            <>
              <time dateTime={session.heldOn}>{formatDay(session.heldOn, locale)}</time>
              {session.beginsAt ? <span className="block text-ink-2">{hoursOf(session, locale)}</span> : null}
            </>
          ),
        },
        { key: 'kind', header: t('weeks:kind'), cell: ({ kind }) => (kind ? t(`sessions:kinds.${kind}`) : '') },
        { key: 'who', header: t('weeks:who'), cell: session => session.consultants.map(({ name }) => name).join(', ') },
        {
          key: 'days',
          header: t('weeks:days'),
          numeric: true,
          cell: ({ quarters }) => (quarters === null ? '' : formatNumber(quarters / 4, locale)),
        },
        { key: 'state', header: t('weeks:state'), cell: session => <SessionState session={session} /> },
      ]}
    />
  )
}
