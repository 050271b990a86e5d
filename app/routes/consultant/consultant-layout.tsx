import type { LinksFunction } from '@remix-run/node'
import { Outlet } from '@remix-run/react'
import { OfflineCopy } from '#app/features/offline/ui/offline-copy.tsx'
import { ConsultantShell } from '#app/features/sessions/ui/consultant-shell.tsx'
import { signedInFrame } from '#app/http/across-operators.server.ts'

export const loader = signedInFrame({ words: ['missions', 'offline'] })

/** Installed on a phone, the product opens on her missions. */
export const links: LinksFunction = () => [{ rel: 'manifest', href: '/consultant/application.webmanifest' }]

export default function ConsultantLayout() {
  return (
    <ConsultantShell>
      <OfflineCopy />
      <Outlet />
    </ConsultantShell>
  )
}
