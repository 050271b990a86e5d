import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { noticeSections } from '#app/features/legal/legal-pages.ts'
import { LegalText } from '#app/features/legal/ui/legal-text.tsx'
import { legalPage } from '#app/http/legal-page.server.ts'
import { titled } from '#app/http/page-title.ts'

export const loader = legalPage('legal:notices.title')
export const meta = titled

export default function NoticesPage() {
  const { t } = useTranslation('legal')
  const { operators } = useLoaderData<typeof loader>().page
  const words = { operators: operators.join(', ') }
  const shown = noticeSections.filter(key => key !== 'publisherYours' || operators.length > 0)
  return (
    <LegalText
      title={t('notices.title')}
      lede={t('notices.lede')}
      sections={shown.map(key => ({
        title: t(`notices.sections.${key}.title`),
        body: t(`notices.sections.${key}.body`, words),
      }))}
    />
  )
}
