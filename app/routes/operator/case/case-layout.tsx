import { Outlet, useLoaderData } from '@remix-run/react'
import { casePage } from '#app/features/accompaniments/case-page.query.server.ts'
import { CaseHeader } from '#app/features/accompaniments/ui/case-header.tsx'
import { CaseSide } from '#app/features/accompaniments/ui/case-side.tsx'
import { CaseTabs } from '#app/features/accompaniments/ui/case-tabs.tsx'
import { page } from '#app/http/guard.server.ts'
import { Columns } from '#app/ui/section.tsx'

export const loader = page(casePage, {
  words: ['cases', 'choices', 'typology'],
  input: ({ params }) => ({ number: params.number }),
})

export default function CaseLayout() {
  const { page } = useLoaderData<typeof loader>()
  return (
    <>
      <CaseHeader page={page} />
      <CaseTabs base={page.base} tabs={page.tabs} />
      <Columns side={<CaseSide page={page} />}>
        <Outlet />
      </Columns>
    </>
  )
}
