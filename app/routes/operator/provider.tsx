import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { engineeringAddress } from '#app/features/engineerings/engineering.ts'
import { EngineeringsTable } from '#app/features/engineerings/ui/engineerings-table.tsx'
import { confirmListing } from '#app/features/providers/confirm-listing.command.server.ts'
import { editProvider } from '#app/features/providers/edit-provider.command.server.ts'
import { providerPage } from '#app/features/providers/provider-page.query.server.ts'
import { ListingSection } from '#app/features/providers/ui/listing-section.tsx'
import { ProviderForm } from '#app/features/providers/ui/provider-form.tsx'
import { CitedList } from '#app/features/references/ui/cited-list.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

export const loader = page(providerPage, {
  words: ['providers', 'engineerings', 'references'],
  title: (_t, { provider }) => provider.name,
})
export const meta = titled
export const action = act({
  'confirm-listing': on(confirmListing, {
    done: ({ providerId }, { params }) => ({
      to: `/o/${params.operator}/prestataires/${providerId}`,
      toast: { key: 'saved' },
    }),
  }),
  provider: on(editProvider, {
    done: ({ providerId }, { params }) => ({
      to: `/o/${params.operator}/prestataires/${providerId}`,
      toast: { key: 'saved' },
    }),
  }),
})

export default function Provider() {
  const { t } = useTranslation(['providers', 'references'])
  const { page, formKey } = useLoaderData<typeof loader>()
  const { operator, provider, listing, engineerings, references } = page
  const list = `/o/${operator}/prestataires`
  return (
    <>
      <PageHeader
        title={provider.name}
        crumbs={[{ to: list, label: t('providers:title') }]}
        crumbsLabel={t('providers:crumbs')}
        here={provider.name}
      />
      <Section title={t('providers:engineerings')}>
        <EngineeringsTable
          caption={t('providers:engineerings')}
          rows={engineerings}
          without={['provider']}
          addressOf={row => engineeringAddress(operator, row)}
          empty={
            <EmptyState title={t('providers:noEngineeringTitle')} level={3}>
              {t('providers:noEngineeringHelp')}
            </EmptyState>
          }
        />
      </Section>
      <Section title={t('references:list')} note={t('references:listHelp')} id="references">
        <CitedList references={references} />
      </Section>
      <ListingSection formKey={formKey} state={listing} confirmedOn={provider.confirmedOn} />
      <Section title={t('providers:identity')}>
        <ProviderForm provider={provider} formKey={formKey} cancelTo={list} />
      </Section>
    </>
  )
}
