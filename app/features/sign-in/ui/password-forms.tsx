import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'

/** Asks for the link of a forgotten password. */
export function ForgottenForm({ formKey, email }: { formKey: string; email: string }) {
  const { t } = useTranslation('signIn')
  const form = useForm('request')
  return (
    <CommandForm name="request" formKey={formKey} className="space-y-5">
      <FormTroubles form={form} fields={[{ name: 'email', label: t('email') }]} />
      <TextField
        {...form.field('email', email)}
        label={t('email')}
        type="email"
        autoComplete="username"
        inputMode="email"
      />
      <Button variant="primary" type="submit" className="w-full">
        {t('forgotten.submit')}
      </Button>
    </CommandForm>
  )
}

/** Behind the link of a mail. */
export function NewPasswordForm({ formKey }: { formKey: string }) {
  const { t } = useTranslation('signIn')
  const form = useForm('set')
  return (
    <CommandForm name="set" formKey={formKey} className="space-y-5">
      <FormTroubles form={form} fields={[{ name: 'password', label: t('newPassword.password') }]} />
      <TextField
        {...form.field('password')}
        label={t('newPassword.password')}
        hint={t('newPassword.hint')}
        type="password"
        autoComplete="new-password"
      />
      <Button variant="primary" type="submit" className="w-full">
        {t('newPassword.submit')}
      </Button>
    </CommandForm>
  )
}
