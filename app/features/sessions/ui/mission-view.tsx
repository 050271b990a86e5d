import { Link } from '@remix-run/react'
import { ChevronLeft } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { SharedNotes } from '#app/features/accompaniments/ui/shared-notes.tsx'
import type { Deliverable } from '#app/features/contracts/contract.ts'
import { MissionDeliverables } from '#app/features/contracts/ui/mission-deliverables.tsx'
import { formatDay, type Locale } from '#app/i18n/formats.ts'
import type { Day } from '#app/kernel/day.ts'
import { ActionBar } from '#app/ui/action-bar.tsx'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Mission } from '../mission.ts'
import type { ListedSession } from '../session.ts'
import { MissionDays } from './mission-days.tsx'
import { MissionMissing } from './mission-missing.tsx'
import { SessionsList } from './sessions-list.tsx'

type MissionViewProps = {
  page: {
    operator: { slug: string; name: string }
    today: Day
    provider: string | null
    signedOn: Day | null
    mission: Mission
    members: {
      accompanimentId: string
      name: string
      people: { id: string; name: string; role: string | null; email: string | null; phone: string | null }[]
    }[]
    sessions: ListedSession[]
    deliverables: Deliverable[]
    notes: readonly { id: string; body: string; at: Date | string }[]
  }
  formKey: string
  locale: Locale
}

/** The consultant's second screen: one mission, from its days to its people. */
export function MissionView({ page, formKey, locale }: MissionViewProps) {
  const { t } = useTranslation('missions')
  const { mission, operator, sessions, today } = page
  const base = `/consultant/${operator.slug}/missions/${mission.id}`
  const addressOf = mission.mayWrite ? (session: ListedSession) => `${base}/seances/${session.id}` : null
  return (
    <>
      <Link to="/consultant" className="-ml-1 inline-flex min-h-11 items-center gap-1">
        <Icon of={ChevronLeft} />
        {t('all')}
      </Link>
      <h1>{mission.title ?? t('untitled')}</h1>
      <p className="mt-1 mb-6 text-ink-2">
        {[operator.name, page.provider, periodOf(mission, locale, t)].filter(Boolean).join(' · ')}
      </p>
      <State mission={mission} signedOn={page.signedOn} />
      <Card tone={mission.missing.length > 0 ? 'next' : 'plain'} className="mt-4">
        <MissionDays mission={mission} locale={locale} />
        <MissionMissing missing={mission.missing} base={base} locale={locale} />
        <p className="mt-1">
          <span className="font-semibold">{t('next')}</span>{' '}
          {mission.nextOn ? t('nextOn', { day: formatDay(mission.nextOn, locale) }) : t('noNext')}
        </p>
      </Card>
      <div className="mt-9">
        <Section title={t('sessions')}>
          {sessions.length > 0 ? (
            <SessionsList
              label={t('sessionsList')}
              sessions={sessions}
              today={today}
              locale={locale}
              addressOf={addressOf}
              againTo={mission.mayWrite ? `${base}/seances/nouvelle?comme=derniere` : null}
            />
          ) : (
            <p className="text-ink-2">{t('noSession')}</p>
          )}
        </Section>
        <MissionDeliverables
          deliverables={page.deliverables}
          today={today}
          mayWrite={mission.mayWrite}
          formKey={formKey}
        />
        <SharedNotes notes={page.notes} />
        <Members members={page.members} />
      </div>
      {mission.mayWrite ? (
        <ActionBar>
          <LinkButton to={`${base}/seances/nouvelle?statut=planned`}>{t('plan')}</LinkButton>
          <LinkButton variant="primary" to={`${base}/seances/nouvelle`}>
            {t('record')}
          </LinkButton>
        </ActionBar>
      ) : null}
    </>
  )
}

type T = ReturnType<typeof useTranslation<'missions'>>['t']

function periodOf({ startsOn, endsOn }: Mission, locale: Locale, t: T): string | null {
  if (startsOn && endsOn) return t('period', { from: formatDay(startsOn, locale), to: formatDay(endsOn, locale) })
  if (endsOn) return t('endsOn', { day: formatDay(endsOn, locale) })
  return startsOn ? t('startsOn', { day: formatDay(startsOn, locale) }) : null
}

function State({ mission, signedOn }: { mission: Mission; signedOn: Day | null }) {
  const { t } = useTranslation('missions')
  if (mission.cancelled) return <Notice tone="stop">{t('cancelled')}</Notice>
  if (!mission.mayWrite) return <Notice>{t('readOnly')}</Notice>
  return signedOn ? null : <Notice tone="late">{t('unsigned')}</Notice>
}

function Members({ members }: Pick<MissionViewProps['page'], 'members'>) {
  const { t } = useTranslation('missions')
  return (
    <Section title={t('members')}>
      <ul className="divide-y divide-line">
        {members.map(({ accompanimentId, name, people }) => (
          <li key={accompanimentId} className="py-3 first:pt-0">
            <h3 className="text-lg">{name}</h3>
            {people.length === 0 ? <p className="text-ink-2">{t('noContact')}</p> : null}
            {people.map(person => (
              <div key={person.id} className="flex flex-wrap gap-x-5">
                <p>{[person.name, person.role].filter(Boolean).join(', ')}</p>
                {person.phone ? <a href={`tel:${person.phone.replaceAll(' ', '')}`}>{person.phone}</a> : null}
                {person.email ? <a href={`mailto:${person.email}`}>{person.email}</a> : null}
              </div>
            ))}
          </li>
        ))}
      </ul>
    </Section>
  )
}
