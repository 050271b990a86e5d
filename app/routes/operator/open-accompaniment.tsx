import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { openAccompaniment } from '#app/features/accompaniments/open-accompaniment.command.server.ts'
import { openPage } from '#app/features/accompaniments/open-page.query.server.ts'
import { FindOrganisation, OpenForm } from '#app/features/accompaniments/ui/open-forms.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(openPage, {
  words: ['cases', 'fields', 'choices', 'organisations'],
  title: t => t('cases:open.title'),
})
export const meta = titled

export const action = act({
  open: on(openAccompaniment, {
    done: ({ number }, { params }) => ({
      to: `/o/${params.operator}/accompagnements/${number}`,
      toast: { key: 'caseOpened', params: { number } },
    }),
  }),
})

export default function OpenAccompaniment() {
  const { t } = useTranslation('cases')
  const { page, formKey } = useLoaderData<typeof loader>()
  const { base, organisation } = page
  return (
    <>
      <PageHeader
        title={t('open.title')}
        crumbs={[{ to: `${base}/accompagnements`, label: t('case.list') }]}
        crumbsLabel={t('case.way')}
      />
      {organisation || page.isProject ? (
        <OpenForm {...page} organisation={organisation} formKey={formKey} />
      ) : (
        <FindOrganisation {...page} />
      )}
    </>
  )
}
