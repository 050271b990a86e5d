import { useTranslation } from 'react-i18next'
import { formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import type { Day } from '#app/kernel/day.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Section } from '#app/ui/section.tsx'
import type { ListedSession } from '../session.ts'
import { SessionsList } from './sessions-list.tsx'

type CaseSessionsProps = {
  page: {
    today: Day
    engineerings: {
      id: string
      title: string | null
      state: string
      daysHeld: number
      daysOrdered: number | null
      sessions: ListedSession[]
    }[]
  }
  /** The address of the case. */
  base: string
}

/** The sessions of a case, by engineering: the consultant writes them, a practitioner may in her place. */
export function CaseSessions({ page, base }: CaseSessionsProps) {
  const { t } = useTranslation(['sessions', 'engineerings'])
  const locale = useLocale()
  if (page.engineerings.length === 0)
    return (
      <EmptyState
        title={t('sessions:noEngineeringTitle')}
        action={<LinkButton to={`${base}/ingenieries`}>{t('engineerings:tab')}</LinkButton>}
      >
        {t('sessions:noEngineeringHelp')}
      </EmptyState>
    )
  const days = (held: number, ordered: number | null) =>
    ordered === null
      ? t('engineerings:daysHeldOnly', { held: formatNumber(held, locale) })
      : t('engineerings:daysHeld', { held: formatNumber(held, locale), ordered: formatNumber(ordered, locale) })
  return (
    <>
      {page.engineerings.map(({ id, title, state, daysHeld, daysOrdered, sessions }) => (
        <Section
          key={id}
          title={title ?? t('engineerings:untitled')}
          note={days(daysHeld, daysOrdered)}
          action={
            state === 'cancelled' ? null : (
              <LinkButton to={`${base}/seances/nouvelle?ingenierie=${id}`}>{t('sessions:record')}</LinkButton>
            )
          }
        >
          {sessions.length === 0 ? (
            <EmptyState title={t('sessions:emptyTitle')} level={3}>
              {t('sessions:emptyHelp')}
            </EmptyState>
          ) : (
            <SessionsList
              label={t('sessions:list')}
              sessions={sessions}
              today={page.today}
              locale={locale}
              addressOf={session => `${base}/seances/${session.id}`}
              againTo={state === 'cancelled' ? null : `${base}/seances/nouvelle?ingenierie=${id}&comme=derniere`}
            />
          )}
        </Section>
      ))}
    </>
  )
}
