import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'

/** E-mail and password. */
export function SignInForm({ formKey, email }: { formKey: string; email: string }) {
  const { t } = useTranslation('signIn')
  const form = useForm('sign-in')
  return (
    <CommandForm name="sign-in" formKey={formKey} className="space-y-5">
      <FormTroubles
        form={form}
        fields={[
          { name: 'email', label: t('email') },
          { name: 'password', label: t('password') },
        ]}
      />
      <TextField
        {...form.field('email', email)}
        label={t('email')}
        type="email"
        autoComplete="username"
        inputMode="email"
      />
      <TextField
        {...form.field('password')}
        label={t('password')}
        type="password"
        autoComplete="current-password"
        maxLength={200}
      />
      <Button variant="primary" type="submit" className="w-full">
        {t('submit')}
      </Button>
    </CommandForm>
  )
}
