import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { draftsHere } from '#app/features/drafts/drafts-here.query.server.ts'
import { planFollowUps } from '#app/features/follow-ups/plan-follow-ups.command.server.ts'
import { closeAccompaniment } from '#app/features/restitutions/close-accompaniment.command.server.ts'
import { enterFollowUp } from '#app/features/restitutions/enter-follow-up.command.server.ts'
import { holdRestitution } from '#app/features/restitutions/hold-restitution.command.server.ts'
import { restitutionPage } from '#app/features/restitutions/restitution-page.query.server.ts'
import { saveFinalReport } from '#app/features/restitutions/save-final-report.command.server.ts'
import {
  CloseForm,
  FileForm,
  HoldForm,
  ReportForm,
  WaveList,
} from '#app/features/restitutions/ui/restitution-forms.tsx'
import { CommandForm } from '#app/http/form.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'

export const loader = page(restitutionPage, {
  words: ['cases', 'choices', 'fields', 'guards'],
  drafts: draftsHere,
  input: ({ params }) => ({ number: params.number }),
  title: (t, { number }) => `${number} · ${t('cases:case.tabs.bilan')}`,
})
export const meta = titled

const here = (toast: string) => ({
  done: (_value: unknown, { params }: { params: { operator?: string; number?: string } }) => ({
    to: `/o/${params.operator}/accompagnements/${params.number}/bilan`,
    toast: { key: toast },
  }),
})
export const action = act({
  'hold-restitution': on(holdRestitution, here('caseMoved')),
  'save-report': on(saveFinalReport, here('saved')),
  'file-report': on(enterFollowUp, here('caseMoved')),
  'plan-follow-ups': on(planFollowUps, here('saved')),
  close: on(closeAccompaniment, here('caseMoved')),
})

export default function CaseRestitution() {
  const { t } = useTranslation(['cases', 'choices'])
  const { page, formKey } = useLoaderData<typeof loader>()
  const dayWords = useDayWords()
  const { today, transitions } = page
  const way = (code: string) => transitions.find(transition => transition.code === code)
  const [hold, file, close] = [way('hold_restitution'), way('enter_follow_up'), way('close')]
  const canPlan =
    page.restitutionOn !== null &&
    !file &&
    page.waves.some(({ wave }) => !page.planned.some(known => known.wave === wave))
  return (
    <>
      <Section title={t('cases:restitution.hold')} note={t('cases:restitution.holdHelp')}>
        {page.restitutionOn ? (
          <Notice tone="done">
            <p>{t('cases:restitution.held', { on: dayWords(page.restitutionOn) })}</p>
          </Notice>
        ) : null}
        {hold ? <HoldForm formKey={formKey} today={today} transition={hold} /> : null}
        {!hold && !page.restitutionOn ? <p className="text-ink-2">{t('cases:restitution.early')}</p> : null}
      </Section>
      <Section title={t('cases:restitution.actions')}>
        {page.actions.length === 0 ? (
          <p className="text-ink-2">{t('cases:restitution.noActions')}</p>
        ) : (
          <ul className="list-disc space-y-1 pl-6">
            {page.actions.map(({ id, title, status }) => (
              <li key={id}>
                {title} <span className="text-ink-2">· {t(`choices:status.${status}`)}</span>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <ReportForm formKey={formKey} version={page.version} values={page.values} />
      {file ? <FileForm formKey={formKey} today={today} transition={file} waves={page.waves} /> : null}
      {page.planned.length > 0 || canPlan ? (
        <Section title={t('cases:restitution.waves')}>
          <WaveList
            waves={page.planned.map(({ wave, plannedOn, state }) => ({
              wave,
              words: [dayWords(plannedOn), t(`choices:followUpState.${state}`)].filter(Boolean).join(' · '),
            }))}
          />
          {canPlan ? (
            <CommandForm name="plan-follow-ups" formKey={formKey} className="mt-4">
              <Button>{t('cases:restitution.planMissing')}</Button>
            </CommandForm>
          ) : null}
        </Section>
      ) : null}
      {close ? <CloseForm formKey={formKey} today={today} transition={close} outcome={page.values.outcome} /> : null}
      {page.closedOn ? (
        <Notice tone="done">
          <p>{t('cases:restitution.closed', { on: dayWords(page.closedOn) })}</p>
        </Notice>
      ) : null}
    </>
  )
}
