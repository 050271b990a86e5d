import { Outlet } from '@remix-run/react'
import { ConsultantShell } from '#app/features/sessions/ui/consultant-shell.tsx'
import { signedInFrame } from '#app/http/across-operators.server.ts'

export const loader = signedInFrame({ words: ['missions'] })

export default function ConsultantLayout() {
  return (
    <ConsultantShell>
      <Outlet />
    </ConsultantShell>
  )
}
