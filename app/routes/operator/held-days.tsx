import { useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { heldDaysPage } from '#app/features/held-days/held-days-page.query.server.ts'
import { HeldDaysScreen } from '#app/features/held-days/ui/held-days-screen.tsx'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(heldDaysPage, { words: ['heldDays'], title: t => t('heldDays:title') })
export const meta = titled

export default function HeldDays() {
  const { t } = useTranslation('heldDays')
  const { page, locale } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  return (
    <>
      <PageHeader
        title={t('title')}
        crumbs={[{ to: `/o/${page.operator}/seances`, label: t('sessions') }]}
        crumbsLabel={t('back')}
        lede={t('lede')}
      />
      <HeldDaysScreen page={page} locale={locale} search={search} />
    </>
  )
}
