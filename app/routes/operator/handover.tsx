import { useLoaderData } from '@remix-run/react'
import { Undo2 } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { handoverPage } from '#app/features/handovers/handover-page.query.server.ts'
import { HandoverCases } from '#app/features/handovers/ui/handover-cases.tsx'
import { undoHandover } from '#app/features/handovers/undo-handover.command.server.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

export const loader = page(handoverPage, {
  words: ['cases', 'handovers'],
  title: (t, { from, to }) => t('handovers:title', { from, to }),
})
export const action = act({
  undo: on(undoHandover, {
    done: ({ returned }, { params }) => ({
      to: `/o/${params.operator}/equipe/passations/${params.handoverId}`,
      toast: { key: 'casesReturned', params: { returned: String(returned) } },
    }),
  }),
})
export const meta = titled

export default function Handover() {
  const { t } = useTranslation('handovers')
  const { page, formKey } = useLoaderData<typeof loader>()
  const dayWords = useDayWords()
  const { from, to, cases } = page
  const form = useForm('undo')
  return (
    <>
      <PageHeader
        title={t('title', { from, to })}
        crumbs={[{ to: `${page.base}/equipe`, label: t('team') }]}
        crumbsLabel={t('way')}
        meta={[t('on', { on: dayWords(page.givenOn) }), t('count', { count: cases.length })]}
      />
      {page.undoneOn ? (
        <div className="mb-6">
          <Notice tone="now">{t('undone', { on: dayWords(page.undoneOn) })}</Notice>
        </div>
      ) : null}
      <FormTroubles form={form} fields={[]} />
      <HandoverCases cases={cases} base={page.base} />
      {page.canUndo ? (
        <Section title={t('undoTitle')} note={t('undoHelp', { on: dayWords(page.undoableUntil) })}>
          <CommandForm name="undo" formKey={formKey}>
            <Button icon={Undo2}>{t('undo')}</Button>
          </CommandForm>
        </Section>
      ) : null}
    </>
  )
}
