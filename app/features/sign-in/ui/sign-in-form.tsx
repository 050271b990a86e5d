import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'

export function SignInForm() {
  const { t } = useTranslation('signIn')
  const { formKey } = useLoaderData<{ formKey: string }>()
  const form = useForm('sign-in')
  return (
    <CommandForm name="sign-in" formKey={formKey}>
      {form.formErrors.map(message => (
        <Notice key={message} tone="stop">
          {message}
        </Notice>
      ))}
      <TextField {...form.field('email')} label={t('email')} type="email" autoComplete="username" />
      <TextField
        {...form.field('password')}
        defaultValue=""
        label={t('password')}
        type="password"
        autoComplete="current-password"
      />
      <Button variant="primary" type="submit">
        {t('submit')}
      </Button>
    </CommandForm>
  )
}
