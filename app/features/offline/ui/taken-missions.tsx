import { useTranslation } from 'react-i18next'
import { MissionDays } from '#app/features/sessions/ui/mission-days.tsx'
import { formatDay, type Locale } from '#app/i18n/formats.ts'
import { Card } from '#app/ui/card.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import type { TakenMission } from '../taken-along.ts'

/** Her missions as the device holds them; each leads to a form that works without a network. */
export function TakenMissions({ missions, locale }: { missions: readonly TakenMission[]; locale: Locale }) {
  const { t } = useTranslation(['offline', 'missions'])
  if (missions.length === 0)
    return (
      <div className="mt-6">
        <EmptyState title={t('missions:emptyTitle')}>{t('missions:emptyHelp')}</EmptyState>
      </div>
    )
  return (
    <section aria-labelledby="missions" className="mt-8">
      <h2 id="missions">{t('missions:title')}</h2>
      <ul className="mt-4 space-y-5">
        {missions.map(taken => (
          <li key={taken.mission.id}>
            <TakenCard taken={taken} locale={locale} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function TakenCard({ taken, locale }: { taken: TakenMission; locale: Locale }) {
  const { t } = useTranslation(['offline', 'missions'])
  const { mission, operator, fresh, planned } = taken
  return (
    <Card tone={planned.length > 0 ? 'next' : 'plain'}>
      <h3 className="text-xl">{mission.title ?? t('missions:untitled')}</h3>
      <p className="mt-1 text-ink-2">{[mission.members.join(', '), operator.name].filter(Boolean).join(' · ')}</p>
      <div className="mt-2 min-w-48">
        <MissionDays mission={mission} locale={locale} />
      </div>
      <ul className="mt-2 flex flex-wrap gap-x-6">
        {planned.map(({ session }) =>
          session?.heldOn ? (
            <li key={session.id}>
              <a href={`#tenue/${operator.slug}/${session.id}`} className="inline-flex min-h-11 items-center">
                {t('missions:missing.confirm', { day: formatDay(session.heldOn, locale) })}
              </a>
            </li>
          ) : null,
        )}
        <li>
          {fresh ? (
            <a href={`#seance/${operator.slug}/${mission.id}`} className="inline-flex min-h-11 items-center">
              {t('missions:record')}
            </a>
          ) : (
            t('offline:readOnly')
          )}
        </li>
      </ul>
    </Card>
  )
}
