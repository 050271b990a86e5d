import { useLoaderData } from '@remix-run/react'
import { statementPage } from '#app/features/statements/statement-page.query.server.ts'
import { StatementScreen } from '#app/features/statements/ui/statement-screen.tsx'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'

export const loader = page(statementPage, {
  words: ['statements', 'sessions'],
  title: t => t('statements:title'),
})
export const meta = titled

export default function StatementRoute() {
  const { page, locale } = useLoaderData<typeof loader>()
  const mission = `/consultant/${page.slug}/missions/${page.engineeringId}`
  return <StatementScreen statement={page.statement} mission={mission} locale={locale} />
}
