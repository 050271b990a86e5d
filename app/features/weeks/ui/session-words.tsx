import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatHour, type Locale } from '#app/i18n/formats.ts'
import { StatusTag, type Tone } from '#app/ui/status-tag.tsx'
import type { WeekSession } from '../week.ts'

const tones: Record<WeekSession['status'], Tone> = { held: 'done', planned: 'now', cancelled: 'neutral' }
/** Names shown before « et 5 autres ». */
const mostNames = 2

/** Where it is read and corrected: in the first of its cases. */
const sessionAddress = (base: string, { id, cases, missing }: WeekSession) =>
  `${base}/accompagnements/${cases[0]?.number ?? ''}/seances/${id}${missing === 'confirm' ? '?statut=held' : ''}`

/** Its state, with what it still waits for. */
export function SessionState({ session }: { session: WeekSession }) {
  const { t } = useTranslation(['weeks', 'sessions'])
  if (session.missing) return <StatusTag tone="late">{t(`weeks:missing.${session.missing}`)}</StatusTag>
  return <StatusTag tone={tones[session.status]}>{t(`sessions:statuses.${session.status}`)}</StatusTag>
}

/** Whom it is for, as a link to it; its hours and its day tell links apart that have the same names. */
export function SessionLink({ base, session, when }: { base: string; session: WeekSession; when: string }) {
  const { t } = useTranslation('weeks')
  const { cases, title } = session
  const names = cases
    .slice(0, mostNames)
    .map(({ name }) => name)
    .join(', ')
  const others = cases.length - mostNames
  const whom = others > 0 ? `${names} ${t('others', { count: others })}` : names
  return (
    <>
      <Link
        to={sessionAddress(base, session)}
        aria-label={t('open', { whom: whom || (title ?? t('untitled')), when })}
        className="inline-block py-1 font-semibold"
      >
        {whom || (title ?? t('untitled'))}
      </Link>
      {title && whom ? <span className="block font-normal text-[0.9375rem] text-ink-2">{title}</span> : null}
    </>
  )
}

/** « 9 h 30 – 12 h », « 9 h 30 » or nothing. */
export function hoursOf({ beginsAt, endsAt }: WeekSession, locale: Locale): string {
  return [beginsAt, endsAt].flatMap(at => (at ? [formatHour(at, locale)] : [])).join(' – ')
}
