import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatDay, type Locale } from '#app/i18n/formats.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import type { Mission } from '../mission.ts'
import { MissionDays } from './mission-days.tsx'
import { MissionMissing } from './mission-missing.tsx'

/** Names shown before « et 5 autres ». */
const mostNames = 3

type MissionCardProps = { mission: Mission; operator: { slug: string; name: string }; locale: Locale }

/** A mission on the list: what is missing, what is next, how far it is. */
export function MissionCard({ mission, operator, locale }: MissionCardProps) {
  const { t } = useTranslation('missions')
  const base = `/consultant/${operator.slug}/missions/${mission.id}`
  const shown = mission.members.slice(0, mostNames).join(', ')
  const others = mission.members.length - mostNames
  return (
    <Card tone={mission.missing.length > 0 ? 'next' : 'plain'}>
      <h2 className="text-xl">
        <Link to={base}>{mission.title ?? t('untitled')}</Link>
      </h2>
      <p className="mt-1 text-ink-2">
        {others > 0 ? `${shown} ${t('more', { count: others })}` : shown}
        {shown ? ' · ' : ''}
        {operator.name}
      </p>
      <MissionMissing missing={mission.missing} base={base} locale={locale} />
      <p className="mt-2">
        <span className="font-semibold">{t('next')}</span>{' '}
        {mission.nextOn ? t('nextOn', { day: formatDay(mission.nextOn, locale) }) : t('noNext')}
      </p>
      <div className="mt-2 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="min-w-48 flex-1">
          <MissionDays mission={mission} locale={locale} />
        </div>
        {mission.mayWrite ? <LinkButton to={`${base}/seances/nouvelle`}>{t('record')}</LinkButton> : null}
      </div>
    </Card>
  )
}
