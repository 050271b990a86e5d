import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { Hidden, NumberField, TextField } from '#app/ui/field.tsx'
import { FieldGroup, FieldRow } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'
import { definitionFields, markOf, withoutQuestions } from '../editing.ts'
import type { ProgrammeDefinition } from '../programme-definition.ts'

export type ProgrammeFormProps = { definition: ProgrammeDefinition; formKey: string }

const thresholds = [
  'snapshotCompleteness',
  'sessionsShare',
  'recentAccompanimentMonths',
  'closingAttempts',
  'closingDays',
] as const

/** The words, the offsets and the thresholds of a programme. */
export function ProgrammeForm({ definition, formKey }: ProgrammeFormProps) {
  const { t } = useTranslation('programmes')
  const form = useForm('edit')
  const fields = useFieldNames(definition)
  const { steps, waves } = definition
  const stored = definitionFields(definition)
  const field = (name: string) => ({ ...form.field(name, stored[name]), label: fields[name] })
  const words = (name: string) => (
    <FieldRow>
      <TextField {...field(`${name}.fr`)} />
      <TextField {...field(`${name}.en`)} />
    </FieldRow>
  )
  return (
    <Section title={t('edit')}>
      <CommandForm name="edit" formKey={formKey} key={form.generation} className="max-w-3xl space-y-8">
        <FormTroubles form={form} fields={Object.entries(fields).map(([name, label]) => ({ name, label }))} />
        <Hidden name="mark" value={form.version(markOf(withoutQuestions(definition)))} />
        {words('name')}
        <FieldGroup id="etapes" legend={t('steps')}>
          {steps.map(({ code }) => (
            <div key={code}>{words(`steps.${code}`)}</div>
          ))}
        </FieldGroup>
        <FieldGroup id="vagues" legend={t('waves')} hint={t('wavesHint')}>
          <FieldRow>
            {waves.map(({ wave }) => (
              <NumberField key={wave} {...field(`waves.${wave}`)} integer />
            ))}
          </FieldRow>
          <FieldRow>
            {waves.map(({ wave }) => (
              <NumberField key={wave} {...field(`targets.${wave}`)} integer />
            ))}
          </FieldRow>
        </FieldGroup>
        <FieldGroup id="seuils" legend={t('thresholds')}>
          <ChoiceGroup
            {...field('committeeRequired')}
            layout="segments"
            options={[
              { value: 'oui', label: t('yes') },
              { value: 'non', label: t('no') },
            ]}
          />
          <FieldRow>
            {thresholds.map(name => (
              <NumberField key={name} {...field(name)} integer />
            ))}
          </FieldRow>
        </FieldGroup>
        <Button variant="primary">{t('save')}</Button>
      </CommandForm>
    </Section>
  )
}

/** The label of every field, by its name. */
function useFieldNames({ steps, waves }: ProgrammeDefinition): Record<string, string> {
  const { t } = useTranslation('programmes')
  const locale = useLocale()
  const inBoth = (name: string, of: string) => [
    [`${name}.fr`, t('inFrench', { of })],
    [`${name}.en`, t('inEnglish', { of })],
  ]
  return Object.fromEntries([
    ...inBoth('name', t('name')),
    ...steps.flatMap(({ code, label }, index) =>
      inBoth(`steps.${code}`, t('step', { rank: index + 1, name: label[locale] })),
    ),
    ...waves.map(({ wave }) => [`waves.${wave}`, t('wave', { wave })]),
    ...waves.map(({ wave }) => [`targets.${wave}`, t('target', { wave })]),
    ['committeeRequired', t('settings.committeeRequired')],
    ...thresholds.map(name => [name, t(`settings.${name}`)]),
  ])
}
