import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { UnsignedSheets } from '#app/features/attendance-sheets/ui/unsigned-sheets.tsx'
import { FeedbackSection } from '#app/features/feedback/ui/feedback-section.tsx'
import { byUrgency } from '#app/features/sessions/mission.ts'
import { missionsPage } from '#app/features/sessions/missions-page.query.server.ts'
import { MissionCard } from '#app/features/sessions/ui/mission-card.tsx'
import { pageAcrossOperators } from '#app/http/across-operators.server.ts'
import { titled } from '#app/http/page-title.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'

export const loader = pageAcrossOperators('consultant', missionsPage, {
  words: ['missions', 'unsignedSheets'],
  title: t => t('missions:title'),
})
export const meta = titled

export default function Missions() {
  const { page, locale } = useLoaderData<typeof loader>()
  const { t } = useTranslation('missions')
  const missions = page
    .flatMap(({ operator, missions: own }) => own.map(mission => ({ mission, operator })))
    .sort((a, b) => byUrgency(a.mission, b.mission))
  return (
    <>
      <h1>{t('title')}</h1>
      {missions.length === 0 ? (
        <div className="mt-6">
          <EmptyState title={t('emptyTitle')}>{t('emptyHelp')}</EmptyState>
        </div>
      ) : (
        <>
          <p className="mt-2 font-serif text-xl">{t('lede')}</p>
          <ul aria-label={t('all')} className="mt-6 space-y-5">
            {missions.map(({ mission, operator }) => (
              <li key={mission.id}>
                <MissionCard mission={mission} operator={operator} locale={locale} />
              </li>
            ))}
          </ul>
          <div className="mt-9">
            <UnsignedSheets
              sheets={page.flatMap(({ operator, unsigned }) =>
                unsigned.map(sheet => ({
                  ...sheet,
                  to: `/consultant/${operator.slug}/missions/${sheet.engineeringId}/seances/${sheet.id}/emargement`,
                })),
              )}
              locale={locale}
            />
          </div>
          <FeedbackSection feedback={page.map(({ feedback }) => feedback)} locale={locale} />
        </>
      )}
    </>
  )
}
