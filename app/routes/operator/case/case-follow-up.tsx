import { useLoaderData } from '@remix-run/react'
import { TransitionSection } from '#app/features/accompaniments/ui/transition-section.tsx'
import { askRespondent } from '#app/features/follow-ups/ask-respondent.command.server.ts'
import { chooseReference } from '#app/features/follow-ups/choose-reference.command.server.ts'
import { followUpsPage } from '#app/features/follow-ups/follow-ups-page.query.server.ts'
import { recordByPhone } from '#app/features/follow-ups/record-by-phone.command.server.ts'
import { remindRespondent } from '#app/features/follow-ups/remind-respondent.command.server.ts'
import { settleFollowUp } from '#app/features/follow-ups/settle-follow-up.command.server.ts'
import { FollowUpTab } from '#app/features/follow-ups/ui/follow-up-tab.tsx'
import { correctRestitution } from '#app/features/restitutions/correct-restitution.command.server.ts'
import { takeStep } from '#app/features/steps/take-step.command.server.ts'
import { act, on, page } from '#app/http/guard.server.ts'

const back =
  (key: string) =>
  (_done: unknown, { params }: { params: { operator?: string; number?: string } }) => ({
    to: `/o/${params.operator}/accompagnements/${params.number}/suivi`,
    toast: { key },
  })

export const loader = page(followUpsPage, { words: ['followUps', 'steps', 'cases', 'guards', 'fields'] })
export const action = act({
  settle: on(settleFollowUp, { done: back('followUpSettled') }),
  'take.*': on(takeStep, {
    input: ({ params, form }) => ({ ...form.values, number: params.number }),
    done: back('caseMoved'),
  }),
  'correct-restitution': on(correctRestitution, {
    input: ({ params, form }) => ({ ...form.values, number: params.number }),
    done: back('wavesMoved'),
  }),
  'ask-respondent': on(askRespondent, { done: back('respondentAsked') }),
  'remind-respondent': on(remindRespondent, { done: back('respondentReminded') }),
  'choose-reference': on(chooseReference, { done: back('referenceChosen') }),
  'by-phone': on(recordByPhone, { done: back('followUpRecorded') }),
})

/** The waves of a case, and T0 beside each. */
export default function CaseFollowUp() {
  const { page, formKey, locale } = useLoaderData<typeof loader>()
  return (
    <>
      <TransitionSection transitions={page.transitions} formKey={formKey} today={page.today} />
      <FollowUpTab page={page} formKey={formKey} locale={locale} />
    </>
  )
}
