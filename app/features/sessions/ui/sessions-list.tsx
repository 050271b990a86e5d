import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatDay, formatDays, formatHour, type Locale } from '#app/i18n/formats.ts'
import { type Day, isPublicHoliday } from '#app/kernel/day.ts'
import { StatusTag, type Tone } from '#app/ui/status-tag.tsx'
import type { ListedSession } from '../session.ts'

const tones: Record<ListedSession['status'], Tone> = { held: 'done', planned: 'now', cancelled: 'neutral' }

type SessionsListProps = {
  label: string
  sessions: readonly ListedSession[]
  today: Day
  locale: Locale
  /** Where a session is corrected; null when it may not be. */
  addressOf: ((session: ListedSession) => string) | null
  /** Where the last one held is begun once more. */
  againTo: string | null
}

/** Sessions one under the other: when, how long, who was there, what was decided and what comes next. */
export function SessionsList({ label, sessions, today, locale, addressOf, againTo }: SessionsListProps) {
  const { t } = useTranslation('sessions')
  const last = sessions.find(({ status }) => status === 'held')
  return (
    <ol aria-label={label} className="divide-y divide-line">
      {sessions.map(session => (
        <li key={session.id} className="py-4 first:pt-0">
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
            <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 text-lg">
              {session.heldOn ? <time dateTime={session.heldOn}>{formatDay(session.heldOn, locale)}</time> : null}
              <StatusTag tone={isWaiting(session, today) ? 'late' : tones[session.status]}>
                {t(`statuses.${session.status}`)}
              </StatusTag>
              {session.status === 'planned' && session.heldOn && isPublicHoliday(session.heldOn) ? (
                <StatusTag tone="late">{t('holiday')}</StatusTag>
              ) : null}
            </h3>
            <span className="flex flex-wrap gap-x-5">
              {session === last && againTo ? (
                <Link to={againTo} className="inline-flex min-h-11 items-center">
                  {t('again')}
                </Link>
              ) : null}
              {addressOf ? <Correct session={session} to={addressOf(session)} today={today} locale={locale} /> : null}
            </span>
          </div>
          <Facts session={session} locale={locale} />
          <Report session={session} locale={locale} />
        </li>
      ))}
    </ol>
  )
}

/** Planned, and its day has passed. */
const isWaiting = ({ status, heldOn }: ListedSession, today: Day) =>
  status === 'planned' && heldOn !== null && heldOn < today

function Correct({ session, to, today, locale }: { session: ListedSession; to: string; today: Day; locale: Locale }) {
  const { t } = useTranslation('sessions')
  const waits = isWaiting(session, today)
  const day = session.heldOn ? formatDay(session.heldOn, locale) : ''
  return (
    <Link
      to={waits ? `${to}?statut=held` : to}
      aria-label={t(waits ? 'confirmOn' : 'correctOn', { day })}
      className="inline-flex min-h-11 items-center"
    >
      {t(waits ? 'confirm' : 'correct')}
    </Link>
  )
}

function Facts({ session, locale }: { session: ListedSession; locale: Locale }) {
  const { t } = useTranslation('sessions')
  const { kind, quarters, mode, place, present, noted, recordedBy, beginsAt, endsAt, headCount } = session
  const hours = beginsAt && {
    from: formatHour(beginsAt, locale),
    to: endsAt ? formatHour(endsAt, locale) : '',
  }
  const facts = [
    kind && t(`kinds.${kind}`),
    hours && t(endsAt ? 'hours' : 'hoursFrom', hours),
    quarters ? formatDays(quarters / 4, locale) : null,
    mode && t(`modes.${mode}`),
    place,
    noted > 0 ? t('presence', { present, noted }) : null,
    headCount === null ? null : t('participants', { count: headCount }),
    recordedBy ? t('recordedBy', { name: recordedBy }) : null,
  ].filter(Boolean)
  return facts.length > 0 ? <p className="text-ink-2">{facts.join(' · ')}</p> : null
}

function Report({ session, locale }: { session: ListedSession; locale: Locale }) {
  const { t } = useTranslation('sessions')
  const { agenda, decisions, nextSteps, blockers } = session.lines
  const steps = nextSteps.map(({ text, owner, dueOn }) =>
    [text, owner, dueOn && t('stepDueOn', { day: formatDay(dueOn, locale) })].filter(Boolean).join(' · '),
  )
  return (
    <>
      <Lines title={t('form.agenda')} lines={agenda} />
      <Lines title={t('decided')} lines={decisions} />
      <Lines title={t('next')} lines={steps} />
      <Lines title={t('blocked')} lines={blockers} />
    </>
  )
}

function Lines({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null
  return (
    <>
      <p className="mt-2 font-semibold">{title}</p>
      <ul className="max-w-prose list-disc pl-5">
        {lines.map((line, index) => (
          <li key={`${String(index)} ${line}`}>{line}</li>
        ))}
      </ul>
    </>
  )
}
