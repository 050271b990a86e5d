import { useLoaderData, useParams } from '@remix-run/react'
import { bringBackDay } from '#app/features/accompaniments/bring-back-day.command.server.ts'
import { chooseAgreements } from '#app/features/accompaniments/choose-agreements.command.server.ts'
import { handOver } from '#app/features/accompaniments/hand-over.command.server.ts'
import { recordOpinion } from '#app/features/accompaniments/record-opinion.command.server.ts'
import { saveIntake } from '#app/features/accompaniments/save-intake.command.server.ts'
import { updateNote } from '#app/features/accompaniments/update-note.command.server.ts'
import { signAmendment } from '#app/features/contracts/sign-amendment.command.server.ts'
import { saveDiagnostic } from '#app/features/diagnostics/save-diagnostic.command.server.ts'
import { editEngineering } from '#app/features/engineerings/edit-engineering.command.server.ts'
import { putBackPage } from '#app/features/history/put-back-page.query.server.ts'
import { PutBack } from '#app/features/history/ui/put-back.tsx'
import { updateAction } from '#app/features/plans/update-action.command.server.ts'
import { updateObjective } from '#app/features/plans/update-objective.command.server.ts'
import { saveFinalReport } from '#app/features/restitutions/save-final-report.command.server.ts'
import { saveSnapshot } from '#app/features/snapshots/save-snapshot.command.server.ts'
import { saveAnswers } from '#app/features/steps/save-answers.command.server.ts'
import { saveTypology } from '#app/features/typology/save-typology.command.server.ts'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'

export const loader = page(putBackPage, {
  words: ['cases', 'choices', 'fields', 'typology', 'volunteering'],
  title: (t, { number }) => `${number} · ${t('cases:case.tabs.historique')}`,
})
export const meta = titled

type Sent = {
  params: { operator?: string; number?: string }
  form: { values: Record<string, unknown> }
}
const back = {
  input: ({ params, form }: Sent) => ({ ...form.values, number: params.number }),
  done: (_value: unknown, { params }: Pick<Sent, 'params'>) => ({
    to: `/o/${params.operator}/accompagnements/${params.number}/historique`,
    toast: { key: 'putBack' },
  }),
}
/** The commands of the edits themselves: a value comes back through the same door, and the same guards. */
export const action = act({
  'save-intake': on(saveIntake, back),
  'record-opinion': on(recordOpinion, back),
  'save-report': on(saveFinalReport, back),
  'save-diagnostic': on(saveDiagnostic, back),
  'save-snapshot': on(saveSnapshot, back),
  'save-typology': on(saveTypology, back),
  'update-action': on(updateAction, back),
  'update-objective': on(updateObjective, back),
  'update-note': on(updateNote, back),
  'save-answers': on(saveAnswers, back),
  'hand-over': on(handOver, back),
  'choose-agreements': on(chooseAgreements, back),
  'bring-back-day': on(bringBackDay, back),
  'edit-engineering': on(editEngineering, back),
  'sign-amendment': on(signAmendment, back),
})

/** One field of history, before it is put back. */
export default function CasePutBack() {
  const { page, formKey } = useLoaderData<typeof loader>()
  const { operator, number } = useParams()
  return <PutBack page={page} formKey={formKey} history={`/o/${operator}/accompagnements/${number}/historique`} />
}
