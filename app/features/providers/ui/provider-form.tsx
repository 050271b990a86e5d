import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { ActionBar } from '#app/ui/action-bar.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { Hidden, TextField } from '#app/ui/field.tsx'

type ProviderFormProps = {
  /** Absent when it is a new one. */
  provider?: {
    name: string
    email: string | null
    siret: string | null
    skills: string | null
    sectors: string | null
    territories: string | null
    version: number
  }
  formKey: string
  cancelTo: string
}

export function ProviderForm({ provider, formKey, cancelTo }: ProviderFormProps) {
  const { t } = useTranslation(['providers', 'common'])
  const form = useForm('provider')
  const labels = [
    { name: 'name', label: t('providers:name') },
    { name: 'email', label: t('providers:email') },
    { name: 'siret', label: t('providers:siret') },
    { name: 'skills', label: t('providers:skills') },
    { name: 'sectors', label: t('providers:sectors') },
    { name: 'territories', label: t('providers:territories') },
  ]
  return (
    <CommandForm name="provider" formKey={formKey} key={form.generation} className="max-w-xl space-y-6">
      <FormTroubles form={form} fields={labels} />
      {provider ? <Hidden name="version" value={form.version(provider.version)} /> : null}
      <TextField
        {...form.field('name', provider?.name)}
        label={t('providers:name')}
        hint={t('providers:nameHint')}
        autoComplete="off"
        required
      />
      <TextField
        {...form.field('email', provider?.email)}
        label={t('providers:email')}
        hint={t('providers:emailHint')}
        mark={t('common:optional')}
        type="email"
        autoComplete="off"
      />
      <TextField
        {...form.field('siret', provider?.siret)}
        label={t('providers:siret')}
        hint={t('providers:siretHint')}
        mark={t('common:optional')}
        inputMode="numeric"
        autoComplete="off"
      />
      {(['skills', 'sectors', 'territories'] as const).map(name => (
        <TextField
          key={name}
          {...form.field(name, provider?.[name])}
          label={t(`providers:${name}`)}
          hint={t(`providers:${name}Hint`)}
          mark={t('common:optional')}
          autoComplete="off"
        />
      ))}
      <ActionBar>
        <LinkButton to={cancelTo}>{t('common:cancel')}</LinkButton>
        <Button variant="primary">{t('common:save')}</Button>
      </ActionBar>
    </CommandForm>
  )
}
