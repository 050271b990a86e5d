import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { answerShare } from '#app/features/shares/answer-share.command.server.ts'
import { joinShare } from '#app/features/shares/join-share.command.server.ts'
import { leaveShare } from '#app/features/shares/leave-share.command.server.ts'
import { sharesPage } from '#app/features/shares/shares-page.query.server.ts'
import { SharesList } from '#app/features/shares/ui/shares-list.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(sharesPage, { words: ['shares'], title: t => t('shares:listTitle') })
export const meta = titled
const joined = (request: Request, name: string) => ({
  to: new URL(request.url).pathname,
  toast: { key: 'shareJoined' as const, params: { name } },
})
export const action = act({
  'answer.*': on(answerShare, {
    done: (_value, { request }) => ({ to: new URL(request.url).pathname, toast: { key: 'shareAnswered' } }),
  }),
  'join.*': on(joinShare, { done: ({ member }, { request }) => joined(request, member) }),
  'suggested.*': on(joinShare, { done: ({ member }, { request }) => joined(request, member) }),
  'leave.*': on(leaveShare, {
    done: ({ member }, { request }) => ({
      to: new URL(request.url).pathname,
      toast: { key: 'shareLeft', params: { name: member } },
    }),
  }),
})

/** Engineerings that other operators lead, and share with this one. */
export default function Shares() {
  const { t } = useTranslation('shares')
  const { page, formKey } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('listTitle')}
        lede={t('listLede')}
        crumbs={[{ to: `/o/${page.operator}/collectifs`, label: t('cohorts') }]}
        crumbsLabel={t('crumbs')}
        here={t('listTitle')}
      />
      <SharesList operator={page.operator} shares={page.shares} formKey={formKey} />
    </>
  )
}
