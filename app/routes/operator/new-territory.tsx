import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { createTerritory } from '#app/features/territories/create-territory.command.server.ts'
import { newTerritoryPage } from '#app/features/territories/new-territory-page.query.server.ts'
import { TerritoryForm } from '#app/features/territories/ui/territory-form.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(newTerritoryPage, {
  words: ['territories'],
  input: () => ({}),
  title: t => t('territories:newTitle'),
})
export const meta = titled
export const action = act({
  territory: on(createTerritory, {
    done: ({ territoryId }, { params }) => ({
      to: `/o/${params.operator}/territoires/${territoryId}`,
      toast: { key: 'saved' },
    }),
  }),
})

export default function NewTerritory() {
  const { t } = useTranslation('territories')
  const { page, formKey } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('newTitle')}
        crumbs={[{ to: page.base, label: t('title') }]}
        crumbsLabel={t('crumbs')}
        here={t('newTitle')}
      />
      <TerritoryForm formKey={formKey} cancelTo={page.base} />
    </>
  )
}
