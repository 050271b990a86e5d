import { useLoaderData } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { caseEngineeringsPage } from '#app/features/engineerings/case-engineerings-page.query.server.ts'
import { EngineeringsTable } from '#app/features/engineerings/ui/engineerings-table.tsx'
import { SharesOfCase } from '#app/features/shares/ui/shares-of-case.tsx'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Section } from '#app/ui/section.tsx'

export const loader = page(caseEngineeringsPage, {
  words: ['engineerings', 'shares'],
  title: (t, page) => `${page.case.number} · ${t('engineerings:tab')}`,
})
export const meta = titled

export default function CaseEngineerings() {
  const { t } = useTranslation('engineerings')
  const { page } = useLoaderData<typeof loader>()
  const base = `/o/${page.operator}/accompagnements/${page.case.number}/ingenieries`
  const add = (
    <LinkButton to={`${base}/nouvelle`} icon={Plus}>
      {t('add')}
    </LinkButton>
  )
  return (
    <>
      <Section title={t('tab')} action={page.engineerings.length > 0 ? add : null}>
        <EngineeringsTable
          caption={t('list')}
          rows={page.engineerings}
          without={['kind']}
          addressOf={({ id }) => `${base}/${id}`}
          empty={
            <EmptyState title={t('emptyTitle')} level={3} action={add}>
              {t('emptyHelp')}
            </EmptyState>
          }
        />
      </Section>
      <SharesOfCase operator={page.operator} shares={page.shares} />
    </>
  )
}
