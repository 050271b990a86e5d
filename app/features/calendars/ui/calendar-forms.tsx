import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'

/** Makes the address, or another one in its place. */
export function RenewCalendarForm({ formKey, isFirst }: { formKey: string; isFirst: boolean }) {
  const { t } = useTranslation('calendars')
  const form = useForm('renew')
  return (
    <CommandForm name="renew" formKey={`${formKey}.renew`}>
      <FormTroubles form={form} fields={[]} />
      <Button variant={isFirst ? 'primary' : 'plain'}>{t(isFirst ? 'make' : 'renew')}</Button>
    </CommandForm>
  )
}

/** How much its titles say. */
export function TitlesForm({ formKey, shortTitles }: { formKey: string; shortTitles: boolean }) {
  const { t } = useTranslation(['calendars', 'common'])
  const form = useForm('titles')
  const { errors } = form.field('shortTitles')
  return (
    <CommandForm name="titles" formKey={`${formKey}.titles`} className="max-w-lg space-y-4">
      <FormTroubles form={form} fields={[{ name: 'shortTitles', label: t('calendars:shortTitles') }]} />
      <CheckboxField
        name="shortTitles"
        label={t('calendars:shortTitles')}
        hint={t('calendars:shortTitlesHelp')}
        defaultChecked={form.typed ? form.typed.shortTitles === 'oui' : shortTitles}
        errors={errors}
      />
      <Button>{t('common:save')}</Button>
    </CommandForm>
  )
}

/** The address opens nothing any more. */
export function CloseCalendarForm({ formKey }: { formKey: string }) {
  const { t } = useTranslation('calendars')
  const form = useForm('close')
  return (
    <CommandForm name="close" formKey={`${formKey}.close`}>
      <FormTroubles form={form} fields={[]} />
      <Button variant="danger">{t('close')}</Button>
    </CommandForm>
  )
}
