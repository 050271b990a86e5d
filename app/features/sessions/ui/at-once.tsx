import { useTranslation } from 'react-i18next'
import { formatDay, formatHour, type Locale } from '#app/i18n/formats.ts'
import type { Day } from '#app/kernel/day.ts'
import type { Hour } from '#app/kernel/hour.ts'
import { Notice } from '#app/ui/notice.tsx'
import { atOnce, type Elsewhere } from '../elsewhere.ts'

type AtOnceProps = {
  sessions: readonly { id: string; status: string; heldOn: Day | null; beginsAt: Hour | null; endsAt: Hour | null }[]
  elsewhere: readonly Elsewhere[]
  locale: Locale
}

/** Tells her, and nobody else, of two sessions at one hour: written without a network, nothing could say so then. */
export function AtOnce({ sessions, elsewhere, locale }: AtOnceProps) {
  const { t } = useTranslation('sessions')
  const found = atOnce(sessions, elsewhere)
  if (found.length === 0) return null
  const span = ({ beginsAt, endsAt }: Pick<Elsewhere, 'beginsAt' | 'endsAt'>) =>
    [beginsAt, endsAt].flatMap(at => (at ? [formatHour(at, locale)] : [])).join(' – ')
  return (
    <div className="mb-5">
      <Notice tone="late" title={t('atOnce.title', { count: found.length })}>
        <ul>
          {found.map(({ session, others }) => (
            <li key={session.id}>
              {t('atOnce.line', {
                day: session.heldOn ? formatDay(session.heldOn, locale) : '',
                hours: span(session),
                others: others.map(other => `${other.operator}, ${span(other)}`).join(' ; '),
              })}
            </li>
          ))}
        </ul>
        <p>{t('elsewhere.onlyYou')}</p>
      </Notice>
    </div>
  )
}
