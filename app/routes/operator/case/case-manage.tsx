import { useLoaderData, useParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { abandonAccompaniment } from '#app/features/accompaniments/abandon-accompaniment.command.server.ts'
import { handOver } from '#app/features/accompaniments/hand-over.command.server.ts'
import { managePage } from '#app/features/accompaniments/manage-page.query.server.ts'
import { reopenAccompaniment } from '#app/features/accompaniments/reopen-accompaniment.command.server.ts'
import { resumeAccompaniment } from '#app/features/accompaniments/resume-accompaniment.command.server.ts'
import { suspendAccompaniment } from '#app/features/accompaniments/suspend-accompaniment.command.server.ts'
import {
  AbandonForm,
  HandOverForm,
  ReopenForm,
  ResumeForm,
  SuspendForm,
  UndoEndForm,
} from '#app/features/accompaniments/ui/manage-forms.tsx'
import { undoEnd } from '#app/features/accompaniments/undo-end.command.server.ts'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Section } from '#app/ui/section.tsx'

export const loader = page(managePage, {
  words: ['cases', 'choices', 'fields', 'guards'],
  input: ({ params }) => ({ number: params.number }),
  title: (t, { number }) => `${number} · ${t('cases:manage.title')}`,
})
export const meta = titled

const toCase = (toast: string) => ({
  done: (_value: unknown, { params }: { params: { operator?: string; number?: string } }) => ({
    to: `/o/${params.operator}/accompagnements/${params.number}`,
    toast: { key: toast },
  }),
})
export const action = act({
  'hand-over': on(handOver, toCase('handedOver')),
  suspend: on(suspendAccompaniment, toCase('caseMoved')),
  resume: on(resumeAccompaniment, toCase('caseMoved')),
  abandon: on(abandonAccompaniment, toCase('caseMoved')),
  'undo-end': on(undoEnd, toCase('caseMoved')),
  reopen: on(reopenAccompaniment, {
    done: ({ number }, { params }) => ({
      to: `/o/${params.operator}/accompagnements/${number}`,
      toast: { key: 'caseOpened', params: { number } },
    }),
  }),
})

export default function CaseManage() {
  const { t } = useTranslation('cases')
  const { operator } = useParams()
  const { page, formKey } = useLoaderData<typeof loader>()
  return (
    <>
      {page.canResume ? <ResumeForm formKey={formKey} reason={page.suspension?.reason ?? null} /> : null}
      {page.canUndoEnd ? <UndoEndForm formKey={formKey} /> : null}
      {page.canReopen ? <ReopenForm formKey={formKey} /> : null}
      <HandOverForm formKey={formKey} practitionerId={page.practitionerId} practitioners={page.practitioners} />
      {page.isWaiting ? (
        <Section title={t('manage.postpone')} note={t('manage.postponeHelp')}>
          <LinkButton to={`/o/${operator}/accompagnements/ensemble?dossier=${page.number}&geste=reporter`}>
            {t('manage.postpone')}
          </LinkButton>
        </Section>
      ) : null}
      {page.canSuspend ? <SuspendForm formKey={formKey} /> : null}
      {page.canAbandon ? <AbandonForm formKey={formKey} today={page.today} /> : null}
    </>
  )
}
