import { Outlet, useLoaderData } from '@remix-run/react'
import { shellPage } from '#app/features/operators/shell.query.server.ts'
import { OperatorShell } from '#app/features/operators/ui/operator-shell.tsx'
import { page } from '#app/http/guard.server.ts'

export const loader = page(shellPage, { words: ['shell', 'palette'], input: () => ({}) })

export default function OperatorLayout() {
  const { page } = useLoaderData<typeof loader>()
  return (
    <OperatorShell shell={page}>
      <Outlet />
    </OperatorShell>
  )
}
