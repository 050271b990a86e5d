import { useLoaderData, useParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { acceptVersion } from '#app/features/programmes/accept-version.command.server.ts'
import { adaptProgrammeRule } from '#app/features/programmes/adapt-rule.command.server.ts'
import { editProgramme } from '#app/features/programmes/edit-programme.command.server.ts'
import { programmePage } from '#app/features/programmes/programme-page.query.server.ts'
import { putProgrammeInService } from '#app/features/programmes/put-in-service.command.server.ts'
import { removeQuestion } from '#app/features/programmes/remove-question.command.server.ts'
import { saveQuestion } from '#app/features/programmes/save-question.command.server.ts'
import { ProgrammeForm } from '#app/features/programmes/ui/programme-form.tsx'
import { QuestionForms } from '#app/features/programmes/ui/question-forms.tsx'
import { VersionForms } from '#app/features/programmes/ui/version-forms.tsx'
import { RuleForms } from '#app/features/reminders/ui/rule-forms.tsx'
import { StepPreviews } from '#app/features/steps/ui/step-preview.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(programmePage, {
  words: ['programmes', 'reminderRules', 'settings', 'steps'],
  input: ({ params }) => ({ code: params.code }),
  title: (_t, { definition }, locale) => definition.name[locale],
})
export const meta = titled

const back = (key: string) => ({
  done: (_value: unknown, { params }: { params: { operator?: string; code?: string } }) => ({
    to: `/o/${params.operator}/reglages/dispositifs/${params.code}`,
    toast: { key },
  }),
})
export const action = act({
  edit: on(editProgramme, back('saved')),
  'rule.*': on(adaptProgrammeRule, back('saved')),
  'question.*': on(saveQuestion, back('saved')),
  'remove.*': on(removeQuestion, back('saved')),
  'in-service': on(putProgrammeInService, back('programmeInService')),
  accept: on(acceptVersion, {
    done: ({ count }, { params }) => ({
      to: `/o/${params.operator}/reglages/dispositifs/${params.code}`,
      toast: { key: 'versionAccepted', params: { count: String(count) } },
    }),
  }),
})

/** One programme, as its operator adapts it. */
export default function Programme() {
  const { t } = useTranslation(['programmes', 'settings'])
  const locale = useLocale()
  const { page, formKey } = useLoaderData<typeof loader>()
  const base = `/o/${useParams().operator}`
  const { definition } = page
  return (
    <>
      <PageHeader
        title={definition.name[locale]}
        crumbs={[{ to: `${base}/reglages/dispositifs`, label: t('programmes:title') }]}
        crumbsLabel={t('settings:way')}
        meta={[
          t('programmes:version', { version: page.version }),
          page.inService === page.version ? t('programmes:inService') : t('programmes:writing'),
        ]}
      />
      {page.isUpdateOffered ? (
        <div className="mb-6">
          <Notice
            tone="now"
            title={t('programmes:update.offered')}
            action={<LinkButton to="mise-a-jour">{t('programmes:update.see')}</LinkButton>}
          >
            <p>{t('programmes:update.offeredHelp')}</p>
          </Notice>
        </div>
      ) : null}
      <VersionForms page={page} formKey={formKey} />
      <ProgrammeForm definition={definition} formKey={formKey} />
      <RuleForms rules={definition.reminders} formKey={formKey} />
      <QuestionForms definition={definition} uses={page.uses} formKey={formKey} />
      <StepPreviews steps={definition.steps} />
    </>
  )
}
