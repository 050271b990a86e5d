import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { createProvider } from '#app/features/providers/create-provider.command.server.ts'
import { newProviderPage } from '#app/features/providers/new-provider-page.query.server.ts'
import { ProviderForm } from '#app/features/providers/ui/provider-form.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(newProviderPage, { words: ['providers'], title: t => t('providers:newTitle') })
export const meta = titled
export const action = act({
  provider: on(createProvider, {
    done: ({ providerId }, { params }) => ({
      to: `/o/${params.operator}/prestataires/${providerId}`,
      toast: { key: 'providerCreated' },
    }),
  }),
})

export default function NewProvider() {
  const { t } = useTranslation('providers')
  const { page, formKey } = useLoaderData<typeof loader>()
  const list = `/o/${page.operator}/prestataires`
  return (
    <>
      <PageHeader
        title={t('newTitle')}
        crumbs={[{ to: list, label: t('title') }]}
        crumbsLabel={t('crumbs')}
        here={t('newTitle')}
      />
      <ProviderForm formKey={formKey} cancelTo={list} />
    </>
  )
}
