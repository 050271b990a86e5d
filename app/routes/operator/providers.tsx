import { useLoaderData } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { providersPage } from '#app/features/providers/providers-page.query.server.ts'
import { ProvidersList } from '#app/features/providers/ui/providers-list.tsx'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(providersPage, { words: ['providers'], title: t => t('providers:title') })
export const meta = titled

export default function Providers() {
  const { t } = useTranslation('providers')
  const { page } = useLoaderData<typeof loader>()
  const add = (
    <LinkButton variant="primary" icon={Plus} to={`/o/${page.operator}/prestataires/nouveau`}>
      {t('add')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader title={t('title')} lede={t('lede')} action={page.total > 0 || page.q ? add : null} />
      <ProvidersList page={page} />
    </>
  )
}
