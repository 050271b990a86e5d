import { useLoaderData } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { territoriesPage } from '#app/features/territories/territories-page.query.server.ts'
import { TerritoriesList } from '#app/features/territories/ui/territories-list.tsx'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(territoriesPage, {
  words: ['territories'],
  input: () => ({}),
  title: t => t('territories:title'),
})
export const meta = titled

export default function Territories() {
  const { t } = useTranslation('territories')
  const { page } = useLoaderData<typeof loader>()
  const add = (
    <LinkButton variant="primary" icon={Plus} to={`${page.base}/nouveau`}>
      {t('add')}
    </LinkButton>
  )
  return (
    <>
      <PageHeader title={t('title')} lede={t('lede')} action={page.territories.length > 0 ? add : null} />
      <TerritoriesList {...page} />
    </>
  )
}
