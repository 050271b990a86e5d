import { useLoaderData } from '@remix-run/react'
import { missionPage } from '#app/features/sessions/mission-page.query.server.ts'
import { MissionView } from '#app/features/sessions/ui/mission-view.tsx'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'

export const loader = page(missionPage, {
  words: ['missions', 'sessions'],
  title: (t, { mission }) => mission.title ?? t('missions:untitled'),
})
export const meta = titled

export default function MissionRoute() {
  const { page, locale } = useLoaderData<typeof loader>()
  return <MissionView page={page} locale={locale} />
}
