import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deliverableRoom } from '#app/features/contracts/deliverable-room.query.server.ts'
import { depositDeliverable } from '#app/features/contracts/deposit-deliverable.command.server.ts'
import { submitDeliverable } from '#app/features/contracts/submit-deliverable.command.server.ts'
import { keepFile } from '#app/features/files/file-store.server.ts'
import { missionPage } from '#app/features/sessions/mission-page.query.server.ts'
import { MissionView } from '#app/features/sessions/ui/mission-view.tsx'
import { act, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { receive } from '#app/http/receive.server.ts'
import { LinkButton } from '#app/ui/button.tsx'

export const loader = page(missionPage, {
  words: ['missions', 'sessions', 'contracts', 'files', 'sharedNotes'],
  title: (t, { mission }) => mission.title ?? t('missions:untitled'),
})
export const meta = titled

const handed = {
  room: deliverableRoom,
  field: 'file',
  take: keepFile,
  isOptional: true as const,
  done: (_value: unknown, { request }: { request: Request }) => ({
    to: `${new URL(request.url).pathname}#livrables`,
    toast: { key: 'deliverableHanded' },
  }),
}
export const action = act({
  'submit.*': receive(submitDeliverable, handed),
  deposit: receive(depositDeliverable, handed),
})

export default function MissionRoute() {
  const { page, formKey, locale } = useLoaderData<typeof loader>()
  const { t } = useTranslation('missions')
  return (
    <>
      <MissionView page={page} formKey={formKey} locale={locale} />
      <p className="mt-6">
        <LinkButton to="releve">{t('statement')}</LinkButton>
      </p>
    </>
  )
}
