import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { OfflineScreen } from '#app/features/offline/ui/offline-screen.tsx'
import { titled } from '#app/http/page-title.ts'
import { visitorPage } from '#app/http/visitor-page.server.ts'
import { BareShell } from '#app/ui/bare-shell.tsx'

export const loader = visitorPage('an empty frame: what it shows comes from the device alone', {
  words: ['offline', 'missions', 'sessions', 'choices', 'files', 'sheets'],
  title: t => t('offline:title'),
  load: async () => ({}),
})
export const meta = titled

export default function Offline() {
  const { locale } = useLoaderData<typeof loader>()
  const { t } = useTranslation('common')
  return (
    <BareShell brand={t('product')} skipLabel={t('skipToContent')} width="reading">
      <OfflineScreen locale={locale} />
    </BareShell>
  )
}
