import { Link, useLoaderData } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { cohortsPage } from '#app/features/engineerings/cohorts-page.query.server.ts'
import { EngineeringsTable } from '#app/features/engineerings/ui/engineerings-table.tsx'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

export const loader = page(cohortsPage, { words: ['engineerings'], title: t => t('engineerings:cohortsTitle') })
export const meta = titled

export default function Cohorts() {
  const { t } = useTranslation('engineerings')
  const { page } = useLoaderData<typeof loader>()
  const { operator, cohorts, total, perPage } = page
  const add = (
    <LinkButton variant="primary" icon={Plus} to={`/o/${operator}/collectifs/nouveau`}>
      {t('newCohort')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader title={t('cohortsTitle')} lede={t('cohortsLede')} action={total > 0 ? add : null} />
      <p className="mb-4">
        <Link to={`/o/${operator}/collectifs/partages`}>{t('sharedByOthers')}</Link>
      </p>
      <EngineeringsTable
        caption={t('cohortsList')}
        rows={cohorts}
        without={['kind']}
        addressOf={({ id }) => `/o/${operator}/collectifs/${id}`}
        empty={
          <EmptyState title={t('noCohortTitle')} action={add}>
            {t('noCohortHelp')}
          </EmptyState>
        }
      />
      <Pagination
        label={t('pages')}
        {...(page.page > 1 && { previous: { to: `?page=${page.page - 1}`, label: t('previous') } })}
        {...(page.page * perPage < total && { next: { to: `?page=${page.page + 1}`, label: t('next') } })}
      />
    </>
  )
}
