import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button, type ButtonVariant } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'

type Confirmation = { formKey: string; hasPassword: boolean; name: string; label: string; variant?: ButtonVariant }

/** One button, and her password when she has one: nobody changes this from a desk left open. */
export function ConfirmationForm({ formKey, hasPassword, name, label, variant }: Confirmation) {
  const { t } = useTranslation('account')
  const form = useForm(name)
  return (
    <CommandForm name={name} formKey={formKey} className="max-w-md space-y-5">
      <FormTroubles
        form={form}
        fields={[{ name: 'currentPassword', label: t('secondFactor.currentPassword'), id: `f-${name}-password` }]}
      />
      {hasPassword ? (
        <TextField
          {...form.field('currentPassword')}
          id={`f-${name}-password`}
          label={t('secondFactor.currentPassword')}
          type="password"
          autoComplete="current-password"
        />
      ) : null}
      <Button variant={variant}>{label}</Button>
    </CommandForm>
  )
}

/** The first code of her application. */
export function FirstCodeForm({ formKey }: { formKey: string }) {
  const { t } = useTranslation('account')
  const form = useForm('confirm')
  return (
    <CommandForm name="confirm" formKey={formKey} className="max-w-xs space-y-5">
      <FormTroubles form={form} fields={[{ name: 'code', label: t('secondFactor.code') }]} />
      <TextField
        {...form.field('code')}
        label={t('secondFactor.code')}
        hint={t('secondFactor.codeHint')}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
      />
      <Button variant="primary">{t('secondFactor.confirm')}</Button>
    </CommandForm>
  )
}
