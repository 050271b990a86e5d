import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { TextField } from '#app/ui/field.tsx'

/** A code of the mail or of the application: figures to type, that phones offer to copy. */
function CodeField({
  form,
  label,
  hint,
  isNumber,
}: {
  form: ReturnType<typeof useForm>
  label: string
  hint: string
  isNumber: boolean
}) {
  return (
    <TextField
      {...form.field('code')}
      label={label}
      hint={hint}
      inputMode={isNumber ? 'numeric' : 'text'}
      autoComplete="one-time-code"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={40}
    />
  )
}

/** Asks for the mail. */
export function CodeRequestForm({ formKey, email, again }: { formKey: string; email: string; again: boolean }) {
  const { t } = useTranslation('signIn')
  const form = useForm('request')
  return (
    <CommandForm name="request" formKey={formKey} className="space-y-5">
      <FormTroubles
        form={form}
        fields={[{ name: 'email', label: t('email'), ...(again && { id: 'f-email-again' }) }]}
      />
      <TextField
        {...form.field('email', email)}
        id={again ? 'f-email-again' : undefined}
        label={t('email')}
        type="email"
        autoComplete="username"
        inputMode="email"
      />
      <Button variant={again ? 'plain' : 'primary'} type="submit">
        {t(again ? 'code.again' : 'code.request')}
      </Button>
    </CommandForm>
  )
}

/** Types the code that was received. */
export function CodeForm({ formKey, email }: { formKey: string; email: string }) {
  const { t } = useTranslation('signIn')
  const form = useForm('sign-in')
  return (
    <CommandForm name="sign-in" formKey={formKey} className="space-y-5">
      <FormTroubles
        form={form}
        fields={[
          { name: 'email', label: t('email') },
          { name: 'code', label: t('code.code') },
        ]}
      />
      <TextField
        {...form.field('email', email)}
        label={t('email')}
        type="email"
        autoComplete="username"
        inputMode="email"
      />
      <CodeField form={form} label={t('code.code')} hint={t('code.codeHint')} isNumber />
      <Button variant="primary" type="submit" className="w-full">
        {t('code.submit')}
      </Button>
    </CommandForm>
  )
}

/** The second factor, or a recovery code in its place. */
export function SecondFactorForm({ formKey }: { formKey: string }) {
  const { t } = useTranslation('signIn')
  const form = useForm('prove')
  return (
    <CommandForm name="prove" formKey={formKey} className="space-y-5">
      <FormTroubles form={form} fields={[{ name: 'code', label: t('secondFactor.code') }]} />
      <CodeField form={form} label={t('secondFactor.code')} hint={t('secondFactor.codeHint')} isNumber={false} />
      <Button variant="primary" type="submit" className="w-full">
        {t('secondFactor.submit')}
      </Button>
    </CommandForm>
  )
}
