import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { Hidden } from '#app/ui/field.tsx'
import { AgreementFields, type AgreementValues, type ProgrammeChoice } from './agreement-fields.tsx'

const fieldNames = [
  'code',
  'funder',
  'title',
  'startsOn',
  'endsOn',
  'amountCents',
  'programmes',
  'departments',
] as const

function useLabels() {
  const { t } = useTranslation('agreements')
  return fieldNames.map(name => ({ name, label: t(`fields.${name}`) }))
}

export function CreateAgreementForm({
  formKey,
  programmes,
}: {
  formKey: string
  programmes: readonly ProgrammeChoice[]
}) {
  const { t } = useTranslation('agreements')
  const form = useForm('create')
  const labels = useLabels()
  return (
    <Card title={t('create.title')}>
      <CommandForm name="create" formKey={formKey} className="space-y-5">
        <FormTroubles form={form} fields={labels} />
        <AgreementFields form={form} programmes={programmes} />
        <Button variant="primary">{t('create.submit')}</Button>
      </CommandForm>
    </Card>
  )
}

export function EditAgreementForm({
  formKey,
  programmes,
  agreement,
}: {
  formKey: string
  programmes: readonly ProgrammeChoice[]
  agreement: AgreementValues & { version: number }
}) {
  const { t } = useTranslation('agreements')
  const form = useForm('edit')
  const labels = useLabels()
  return (
    <CommandForm name="edit" formKey={formKey} className="space-y-5">
      <FormTroubles form={form} fields={labels} />
      <Hidden name="version" value={form.version(agreement.version)} />
      <AgreementFields form={form} stored={agreement} programmes={programmes} />
      <Button variant="primary">{t('edit.submit')}</Button>
    </CommandForm>
  )
}
