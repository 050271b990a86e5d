import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Hidden, TextField } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'

/** Where a project is while it has no organisation: that of an organisation's case is its organisation's. */
export function ProjectPlace({ place, version, formKey }: { place: string | null; version: number; formKey: string }) {
  const { t } = useTranslation(['cases', 'fields'])
  const form = useForm('set-place')
  return (
    <Section title={t('cases:intake.place')} note={t('cases:intake.placeHelp')} id="lieu">
      <CommandForm name="set-place" formKey={formKey} key={form.generation} className="max-w-md space-y-4">
        <FormTroubles form={form} fields={[{ name: 'place', label: t('fields:place') }]} />
        <Hidden name="version" value={form.version(version)} />
        <TextField
          {...form.field('place', place)}
          label={t('fields:place')}
          hint={t('cases:intake.placeHint')}
          autoComplete="off"
        />
        <Button>{t('cases:intake.placeSubmit')}</Button>
      </CommandForm>
    </Section>
  )
}
