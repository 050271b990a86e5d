import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { privacySections } from '#app/features/legal/legal-pages.ts'
import { LegalText } from '#app/features/legal/ui/legal-text.tsx'
import { legalPage } from '#app/http/legal-page.server.ts'
import { titled } from '#app/http/page-title.ts'

export const loader = legalPage('legal:privacy.title')
export const meta = titled

export default function PrivacyPage() {
  const { t } = useTranslation('legal')
  const { operators, cookie } = useLoaderData<typeof loader>().page
  const words = { operators: operators.join(', '), cookie }
  const shown = privacySections.filter(key => key !== 'whoYours' || operators.length > 0)
  return (
    <LegalText
      title={t('privacy.title')}
      lede={t('privacy.lede')}
      sections={shown.map(key => ({
        title: t(`privacy.sections.${key}.title`),
        body: t(`privacy.sections.${key}.body`, words),
      }))}
    />
  )
}
