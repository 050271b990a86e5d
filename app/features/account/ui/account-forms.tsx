import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Hidden, Select, TextField } from '#app/ui/field.tsx'

/** Her name and her language. */
export function ProfileForm({ formKey, name, locale }: { formKey: string; name: string; locale: string }) {
  const { t } = useTranslation(['account', 'common'])
  const form = useForm('profile')
  return (
    <CommandForm name="profile" formKey={formKey} className="max-w-md space-y-5">
      <FormTroubles
        form={form}
        fields={[
          { name: 'name', label: t('account:profile.name') },
          { name: 'locale', label: t('account:profile.locale') },
        ]}
      />
      <TextField
        {...form.field('name', name)}
        label={t('account:profile.name')}
        hint={t('account:profile.nameHint')}
        autoComplete="name"
      />
      <Select
        {...form.field('locale', locale)}
        label={t('account:profile.locale')}
        options={[
          { value: 'fr', label: t('account:profile.languages.fr') },
          { value: 'en', label: t('account:profile.languages.en') },
        ]}
      />
      <Button variant="primary">{t('common:save')}</Button>
    </CommandForm>
  )
}

/** Another password, or a first one for who signs in by code. */
export function PasswordForm({
  formKey,
  email,
  hasPassword,
}: {
  formKey: string
  email: string
  hasPassword: boolean
}) {
  const { t } = useTranslation('account')
  const form = useForm('password')
  return (
    <CommandForm name="password" formKey={formKey} className="max-w-md space-y-5">
      <FormTroubles
        form={form}
        fields={[
          { name: 'currentPassword', label: t('password.current') },
          { name: 'password', label: t('password.fresh') },
        ]}
      />
      {/* For password managers: whose password this is. */}
      <input type="text" autoComplete="username" value={email} readOnly hidden aria-hidden="true" tabIndex={-1} />
      {hasPassword ? (
        <TextField
          {...form.field('currentPassword')}
          label={t('password.current')}
          type="password"
          autoComplete="current-password"
        />
      ) : null}
      <TextField
        {...form.field('password')}
        label={t('password.fresh')}
        hint={t('password.hint')}
        type="password"
        autoComplete="new-password"
      />
      <Button>{t(hasPassword ? 'password.submit' : 'password.submitFirst')}</Button>
    </CommandForm>
  )
}

/** Ends one sign-in. */
export function EndSignInForm({ formKey, signInId, device }: { formKey: string; signInId: string; device: string }) {
  const { t } = useTranslation('account')
  return (
    <CommandForm name="end-sign-in" formKey={`${formKey}.${signInId}`}>
      <Hidden name="signInId" value={signInId} />
      <Button variant="quiet" aria-label={t('signIns.endNamed', { device })}>
        {t('signIns.end')}
      </Button>
    </CommandForm>
  )
}

/** Ends them all. */
export function EndAllForm({ formKey }: { formKey: string }) {
  const { t } = useTranslation('account')
  return (
    <CommandForm name="end-all" formKey={formKey}>
      <Button variant="danger">{t('signIns.endAll')}</Button>
    </CommandForm>
  )
}
