import { useTranslation } from 'react-i18next'
import { accessibilitySections } from '#app/features/legal/legal-pages.ts'
import { LegalText } from '#app/features/legal/ui/legal-text.tsx'
import { legalPage } from '#app/http/legal-page.server.ts'
import { titled } from '#app/http/page-title.ts'

export const loader = legalPage('legal:accessibility.shortTitle')
export const meta = titled

export default function AccessibilityPage() {
  const { t } = useTranslation('legal')
  return (
    <LegalText
      title={t('accessibility.title')}
      lede={t('accessibility.lede')}
      sections={accessibilitySections.map(key => ({
        title: t(`accessibility.sections.${key}.title`),
        body: t(`accessibility.sections.${key}.body`),
      }))}
    />
  )
}
