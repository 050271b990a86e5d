import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { ActionBar } from '#app/ui/action-bar.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { DateField, Hidden, Select, TextArea, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import type { Territory } from '../territory.ts'

/** The sheet of a territory; absent, it is a new one. */
export function TerritoryForm({
  territory,
  formKey,
  cancelTo,
}: {
  territory?: Territory
  formKey: string
  cancelTo: string
}) {
  const { t } = useTranslation(['territories', 'common'])
  const form = useForm('territory')
  const labels = t('territories:fields', { returnObjects: true })
  const kinds: Record<string, string> = t('territories:kinds', { returnObjects: true })
  return (
    <CommandForm name="territory" formKey={formKey} key={form.generation} className="max-w-2xl space-y-6">
      <FormTroubles
        form={form}
        fields={Object.entries(labels).map(([name, label]) => ({
          name,
          label,
          ...(name === 'kind' && { words: kinds }),
        }))}
      />
      {territory ? <Hidden name="version" value={form.version(territory.version)} /> : null}
      <FieldRow>
        <TextField {...form.field('name', territory?.name)} label={labels.name} autoComplete="off" required />
        <Select
          {...form.field('kind', territory?.kind ?? 'french_impact')}
          label={labels.kind}
          options={Object.entries(kinds).map(([value, label]) => ({ value, label }))}
          required
        />
      </FieldRow>
      <TextArea
        {...form.field('communes', territory?.communes.join(', '))}
        label={labels.communes}
        hint={t('territories:communesHint')}
        rows={3}
      />
      <TextField
        {...form.field('departments', territory?.departments.join(', '))}
        label={labels.departments}
        hint={t('territories:departmentsHint')}
        autoComplete="off"
      />
      <FieldRow>
        <TextField
          {...form.field('label', territory?.label)}
          label={labels.label}
          mark={t('common:optional')}
          autoComplete="off"
        />
        <DateField
          {...form.field('labelledOn', territory?.labelledOn)}
          label={labels.labelledOn}
          mark={t('common:optional')}
        />
      </FieldRow>
      <TextArea
        {...form.field('roadmap', territory?.roadmap)}
        label={labels.roadmap}
        hint={t('territories:roadmapHint')}
        mark={t('common:optional')}
        rows={10}
      />
      <ActionBar>
        <LinkButton to={cancelTo}>{t('common:cancel')}</LinkButton>
        <Button variant="primary">{t('common:save')}</Button>
      </ActionBar>
    </CommandForm>
  )
}
