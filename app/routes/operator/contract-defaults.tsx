import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { contractDefaultsPage } from '#app/features/contracts/contract-defaults-page.query.server.ts'
import { setContractDefaults } from '#app/features/contracts/set-contract-defaults.command.server.ts'
import { ContractDefaultsForm } from '#app/features/contracts/ui/contract-defaults-form.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(contractDefaultsPage, {
  words: ['contractTexts', 'settings'],
  title: t => t('contractTexts:defaults.title'),
  input: () => ({}),
})
export const meta = titled
export const action = act({
  clauses: on(setContractDefaults, {
    done: (_done, { params }) => ({ to: `/o/${params.operator}/reglages/convention`, toast: { key: 'saved' } }),
  }),
})

/** What every engineering contract of the operator says alike. */
export default function ContractDefaults() {
  const { t } = useTranslation(['contractTexts', 'settings'])
  const { page, formKey } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('defaults.title')}
        lede={t('defaults.help')}
        crumbs={[{ to: `/o/${page.operator}/reglages`, label: t('settings:title') }]}
        crumbsLabel={t('settings:way')}
      />
      <ContractDefaultsForm defaults={page.defaults} vatBasisPoints={page.vatBasisPoints} formKey={formKey} />
    </>
  )
}
