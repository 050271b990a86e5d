import { useLoaderData } from '@remix-run/react'
import { addComment } from '#app/features/diagnostics/add-comment.command.server.ts'
import { answerContest } from '#app/features/diagnostics/answer-contest.command.server.ts'
import { diagnosticPage } from '#app/features/diagnostics/diagnostic-page.query.server.ts'
import { recordValidation } from '#app/features/diagnostics/record-validation.command.server.ts'
import { saveDiagnostic } from '#app/features/diagnostics/save-diagnostic.command.server.ts'
import { sendForValidation } from '#app/features/diagnostics/send-for-validation.command.server.ts'
import { CommentSection } from '#app/features/diagnostics/ui/comment-section.tsx'
import { ContestSection } from '#app/features/diagnostics/ui/contest-list.tsx'
import { DiagnosticForm } from '#app/features/diagnostics/ui/diagnostic-form.tsx'
import { StandingSection } from '#app/features/diagnostics/ui/standing-section.tsx'
import { ValidatedDiagnostic } from '#app/features/diagnostics/ui/validated-diagnostic.tsx'
import { ValidationSection } from '#app/features/diagnostics/ui/validation-forms.tsx'
import { draftsHere } from '#app/features/drafts/drafts-here.query.server.ts'
import { saveSnapshot } from '#app/features/snapshots/save-snapshot.command.server.ts'
import { SnapshotForm } from '#app/features/snapshots/ui/snapshot-form.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'

export const loader = page(diagnosticPage, {
  words: ['cases', 'choices', 'diagnostics', 'fields', 'files', 'guards', 'remarks'],
  drafts: draftsHere,
  input: ({ params }) => ({ number: params.number }),
  title: (t, { number }) => `${number} · ${t('cases:case.tabs.diagnostic')}`,
})
export const meta = titled

const here = (toast: string) => ({
  done: (_value: unknown, { params }: { params: { operator?: string; number?: string } }) => ({
    to: `/o/${params.operator}/accompagnements/${params.number}/diagnostic`,
    toast: { key: toast },
  }),
})
export const action = act({
  'save-diagnostic': on(saveDiagnostic, here('saved')),
  'save-snapshot': on(saveSnapshot, here('saved')),
  'answer-contest': on(answerContest, here('saved')),
  'add-comment': on(addComment, here('saved')),
  'send-for-validation': on(sendForValidation, here('validationSent')),
  'record-validation': on(recordValidation, here('caseMoved')),
})

export default function CaseDiagnostic() {
  const { page, formKey } = useLoaderData<typeof loader>()
  const { validation } = page
  const caseBase = `${page.base}/accompagnements/${page.number}`
  return (
    <>
      <SnapshotForm formKey={formKey} today={page.today} snapshot={page.snapshot} />
      <StandingSection caseBase={caseBase} scores={page.scores} authors={page.authors} />
      <ContestSection contests={page.contests} formKey={formKey} />
      {validation ? (
        <ValidatedDiagnostic values={page.values} needs={page.needs} validation={validation} />
      ) : (
        <>
          <DiagnosticForm {...page} formKey={formKey} caseBase={caseBase} />
          <ValidationSection {...page} before={page.beforeSending} formKey={formKey} />
        </>
      )}
      <CommentSection comments={page.comments} formKey={formKey} />
    </>
  )
}
