import { useLoaderData } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { groupByDue } from '#app/features/accompaniments/due-groups.ts'
import { todayPage } from '#app/features/accompaniments/today-page.query.server.ts'
import { CaseTable } from '#app/features/accompaniments/ui/case-table.tsx'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { TabsNav } from '#app/ui/tabs-nav.tsx'

export const loader = page(todayPage, { words: ['cases'], title: t => t('cases:today.title') })
export const meta = titled

export default function Today() {
  const { t } = useTranslation('cases')
  const { page } = useLoaderData<typeof loader>()
  const { base, view, cases, today } = page
  const open = (
    <LinkButton to={`${base}/accompagnements/nouveau`} variant="primary" icon={Plus}>
      {t('today.open')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader title={t('today.title')} action={cases.length > 0 ? open : null} />
      <TabsNav
        label={t('today.views')}
        tabs={[
          { to: '?vue=miens', label: t('today.mine'), current: view === 'mine' },
          { to: '?vue=equipe', label: t('today.team'), current: view === 'team' },
        ]}
      />
      {cases.length === 0 ? (
        <EmptyState title={t('today.emptyTitle')} action={open}>
          {view === 'mine' ? t('today.emptyMine') : t('today.emptyTeam')}
        </EmptyState>
      ) : null}
      {groupByDue(cases, today).map(({ group, rows }) => (
        <section key={group} className="mb-8" aria-label={t(`today.${group}`)}>
          <h2 className="mb-2">
            {t(`today.${group}`)} <span className="font-sans text-base font-normal text-ink-2">{rows.length}</span>
          </h2>
          <CaseTable
            caption={t('today.caption', { group: t(`today.${group}`) })}
            hideCaption
            rows={rows}
            base={base}
            today={today}
            showPractitioner={view === 'team'}
          />
        </section>
      ))}
      {page.isFull ? (
        <p>
          {t('today.full')} <LinkButton to={`${base}/accompagnements`}>{t('today.all')}</LinkButton>
        </p>
      ) : null}
    </>
  )
}
