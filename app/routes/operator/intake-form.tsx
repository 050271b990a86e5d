import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { intakeFormPage } from '#app/features/requests/intake-form-page.query.server.ts'
import { setIntakeForm } from '#app/features/requests/set-intake-form.command.server.ts'
import { IntakeFormSettings } from '#app/features/requests/ui/intake-form-settings.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(intakeFormPage, {
  words: ['requests', 'settings'],
  title: t => t('settings:intakeForm.title'),
  input: () => ({}),
})
export const meta = titled

export const action = act({
  set: on(setIntakeForm, {
    done: (_done, { params }) => ({ to: `/o/${params.operator}/reglages/formulaire`, toast: { key: 'saved' } }),
  }),
})

export default function IntakeForm() {
  const { t } = useTranslation('settings')
  const { page, formKey } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('intakeForm.title')}
        lede={t('intakeForm.help')}
        crumbs={[{ to: `/o/${page.operator}/reglages`, label: t('title') }]}
        crumbsLabel={t('way')}
      />
      <IntakeFormSettings {...page} formKey={formKey} />
    </>
  )
}
