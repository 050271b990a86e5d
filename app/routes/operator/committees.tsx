import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { committeesPage } from '#app/features/committees/committees-page.query.server.ts'
import { createCommittee } from '#app/features/committees/create-committee.command.server.ts'
import { CommitteesList } from '#app/features/committees/ui/committees-list.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(committeesPage, {
  words: ['committees'],
  input: () => ({}),
  title: t => t('committees:title'),
})
export const meta = titled
export const action = act({
  create: on(createCommittee, {
    done: ({ id }, { params }) => ({ to: `/o/${params.operator}/comites/${id}`, toast: { key: 'saved' } }),
  }),
})

export default function Committees() {
  const { t } = useTranslation('committees')
  const { page, formKey } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader title={t('title')} />
      <CommitteesList {...page} formKey={formKey} />
    </>
  )
}
