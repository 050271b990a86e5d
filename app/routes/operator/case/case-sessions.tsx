import { useLoaderData } from '@remix-run/react'
import { caseSessionsPage } from '#app/features/sessions/case-sessions-page.query.server.ts'
import { CaseSessions } from '#app/features/sessions/ui/case-sessions.tsx'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'

export const loader = page(caseSessionsPage, {
  words: ['sessions', 'engineerings'],
  title: (t, page) => `${page.case.number} · ${t('sessions:tab')}`,
})
export const meta = titled

export default function CaseSessionsRoute() {
  const { page } = useLoaderData<typeof loader>()
  return <CaseSessions page={page} base={`/o/${page.operator}/accompagnements/${page.case.number}`} />
}
