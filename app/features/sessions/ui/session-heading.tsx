import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatDay, formatNumber, type Locale } from '#app/i18n/formats.ts'
import type { SessionFormPage } from '../session-form.ts'

type SessionHeadingProps = { page: SessionFormPage; locale: Locale; level?: 1 | 2 }

/** Of which session the form is, and how many days are held without it. */
export function SessionHeading({ page, locale, level = 1 }: SessionHeadingProps) {
  const { t } = useTranslation('sessions')
  const { session, members, heldQuarters } = page
  const { title, orderedQuarters } = page.engineering
  const Heading = level === 1 ? 'h1' : 'h2'
  const held = formatNumber(heldQuarters / 4, locale)
  const days =
    orderedQuarters === null
      ? t('daysHeldOnly', { held })
      : t('daysHeld', { held, ordered: formatNumber(orderedQuarters / 4, locale) })
  const facts = [level === 2 ? title : null, members > 1 ? t('structures', { count: members }) : null, days]
  return (
    <div className="mb-6">
      <Heading>{session?.heldOn ? t('titleOn', { day: formatDay(session.heldOn, locale) }) : t('newTitle')}</Heading>
      <p className="mt-1 text-ink-2">{facts.filter(Boolean).join(' · ')}</p>
      {session ? (
        <p className="flex flex-wrap gap-x-5">
          <Link to="emargement" relative="path" className="inline-flex min-h-11 items-center">
            {t('sheet')}
          </Link>
          <Link to="pieces" relative="path" className="inline-flex min-h-11 items-center">
            {t('files')}
          </Link>
        </p>
      ) : null}
    </div>
  )
}
