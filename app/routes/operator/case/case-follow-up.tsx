import { useLoaderData } from '@remix-run/react'
import { followUpsPage } from '#app/features/follow-ups/follow-ups-page.query.server.ts'
import { recordByPhone } from '#app/features/follow-ups/record-by-phone.command.server.ts'
import { settleFollowUp } from '#app/features/follow-ups/settle-follow-up.command.server.ts'
import { FollowUpTab } from '#app/features/follow-ups/ui/follow-up-tab.tsx'
import { act, on, page } from '#app/http/guard.server.ts'

const back =
  (key: string) =>
  (_done: unknown, { params }: { params: { operator?: string; number?: string } }) => ({
    to: `/o/${params.operator}/accompagnements/${params.number}/suivi`,
    toast: { key },
  })

export const loader = page(followUpsPage, { words: ['followUps'] })
export const action = act({
  settle: on(settleFollowUp, { done: back('followUpSettled') }),
  'by-phone': on(recordByPhone, { done: back('followUpRecorded') }),
})

/** The waves of a case, and T0 beside each. */
export default function CaseFollowUp() {
  const { page, formKey, locale } = useLoaderData<typeof loader>()
  return <FollowUpTab page={page} formKey={formKey} locale={locale} />
}
