import { useTranslation } from 'react-i18next'
import { todayPage } from '#app/features/accompaniments/today-page.query.server.ts'
import { page } from '#app/http/guard.server.ts'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(todayPage, { words: ['shell'] })

export default function Today() {
  const { t } = useTranslation('shell')
  return <PageHeader title={t('nav.today')} />
}
