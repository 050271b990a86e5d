import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { TransitionSection } from '#app/features/accompaniments/ui/transition-section.tsx'
import { draftsHere } from '#app/features/drafts/drafts-here.query.server.ts'
import { addFile } from '#app/features/files/add-file.command.server.ts'
import { fileRoom } from '#app/features/files/file-room.query.server.ts'
import { keepFile } from '#app/features/files/file-store.server.ts'
import { removeFile } from '#app/features/files/remove-file.command.server.ts'
import { scoreCase } from '#app/features/juries/score-case.command.server.ts'
import { JurySection } from '#app/features/juries/ui/jury-section.tsx'
import { attachCase } from '#app/features/steps/attach-case.command.server.ts'
import { saveAnswers } from '#app/features/steps/save-answers.command.server.ts'
import { stepPage } from '#app/features/steps/step-page.query.server.ts'
import { takeStep } from '#app/features/steps/take-step.command.server.ts'
import { AboutForm } from '#app/features/steps/ui/about-form.tsx'
import { FileQuestions } from '#app/features/steps/ui/file-questions.tsx'
import { RemovedAnswers } from '#app/features/steps/ui/removed-answers.tsx'
import { MissingAnswers, StepMoments } from '#app/features/steps/ui/step-around.tsx'
import { StepForm } from '#app/features/steps/ui/step-form.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { receive } from '#app/http/receive.server.ts'
import { useLocale } from '#app/i18n/use-locale.ts'

export const loader = page(stepPage, {
  words: ['steps', 'juries', 'cases', 'guards', 'fields', 'files', 'choices'],
  drafts: draftsHere,
  title: (_t, { number, step }, locale) => `${number} · ${step.label[locale]}`,
})
export const meta = titled

type Where = { params: { operator?: string; number?: string; step?: string } }
const address = ({ operator, number }: Where['params'], step: string | undefined) =>
  `/o/${operator}/accompagnements/${number}/etapes/${step}`

const attached = (toast: string) => ({
  done: ({ name }: { name: string }, { params }: Where) => ({
    to: `${address(params, params.step)}#fichiers`,
    toast: { key: toast, params: { name } },
  }),
})

export const action = act({
  'save-answers': on(saveAnswers, {
    done: ({ step, moment }, { params }) => ({
      to: `${address(params, step)}${moment === 'T0' ? '' : `?moment=${moment}`}`,
      toast: { key: 'saved' },
    }),
  }),
  'add-file.*': receive(addFile, { room: fileRoom, field: 'file', take: keepFile, ...attached('fileAdded') }),
  'remove-file': on(removeFile, {
    input: ({ params, form }) => ({ ...form.values, number: params.number }),
    ...attached('fileRemoved'),
  }),
  score: on(scoreCase, {
    done: ({ step }, { params }) => ({ to: `${address(params, step)}#jury`, toast: { key: 'saved' } }),
  }),
  attach: on(attachCase, {
    input: ({ params, form }) => ({ ...form.values, number: params.number }),
    done: (_value, { params }) => ({ to: address(params, params.step), toast: { key: 'saved' } }),
  }),
  'take.*': on(takeStep, {
    input: ({ params, form }) => ({ ...form.values, number: params.number }),
    done: ({ tab }, { params }) => ({
      to: `/o/${params.operator}/accompagnements/${params.number}/${tab ?? ''}`,
      toast: { key: 'caseMoved' },
    }),
  }),
})

/** A step that is all data: its questions, and the ways on. */
export default function CaseStep() {
  const { t } = useTranslation('steps')
  const locale = useLocale()
  const { page, formKey } = useLoaderData<typeof loader>()
  const { step, questions, about } = page
  return (
    <>
      <h2 className="mb-2">{step.label[locale]}</h2>
      {step.purpose ? <p className="mb-6 max-w-prose text-ink-2">{step.purpose[locale]}</p> : null}
      <StepMoments page={page} />
      {page.moment === 'T0' ? (
        <>
          <TransitionSection transitions={page.transitions} formKey={formKey} today={page.today} />
          {page.transitions.length > 0 ? <MissingAnswers missing={page.missing} /> : null}
          {about ? <AboutForm formKey={formKey} about={about} search={page.search} /> : null}
        </>
      ) : null}
      {questions.length > 0 ? (
        <StepForm key={`${step.code} ${page.moment}`} formKey={formKey} {...page} />
      ) : page.fileQuestions.length === 0 ? (
        <p className="text-ink-2">{t('noQuestion')}</p>
      ) : null}
      {page.jury ? <JurySection grid={page.jury} formKey={formKey} /> : null}
      <RemovedAnswers removed={page.removed} />
      <FileQuestions formKey={formKey} base={page.base} fileQuestions={page.fileQuestions} />
    </>
  )
}
