import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { deliverableRoom } from '#app/features/contracts/deliverable-room.query.server.ts'
import { depositDeliverable } from '#app/features/contracts/deposit-deliverable.command.server.ts'
import { submitDeliverable } from '#app/features/contracts/submit-deliverable.command.server.ts'
import { keepFile } from '#app/features/files/file-store.server.ts'
import { busyHours } from '#app/features/sessions/busy-hours.query.server.ts'
import { missionPage } from '#app/features/sessions/mission-page.query.server.ts'
import { AtOnce } from '#app/features/sessions/ui/at-once.tsx'
import { MissionView } from '#app/features/sessions/ui/mission-view.tsx'
import { fromOtherOperators } from '#app/http/across-operators.server.ts'
import { act } from '#app/http/guard.server.ts'
import { pageBeside } from '#app/http/page-beside.server.ts'
import { titled } from '#app/http/page-title.ts'
import { receive } from '#app/http/receive.server.ts'
import { LinkButton } from '#app/ui/button.tsx'

export const loader = pageBeside(missionPage, {
  beside: fromOtherOperators('consultant', busyHours),
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
  const { page, formKey, locale, beside } = useLoaderData<typeof loader>()
  const { t } = useTranslation('missions')
  return (
    <>
      <AtOnce sessions={page.sessions} elsewhere={beside.flatMap(({ sessions }) => sessions)} locale={locale} />
      <MissionView page={page} formKey={formKey} locale={locale} />
      <p className="mt-6">
        <LinkButton to="releve">{t('statement')}</LinkButton>
      </p>
    </>
  )
}
