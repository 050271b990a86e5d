import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { Hidden, NumberField, TextField } from '#app/ui/field.tsx'
import { FieldGroup, FieldRow } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'
import type { ProgrammeDefinition } from '../programme-definition.ts'

export type ProgrammeFormProps = { definition: ProgrammeDefinition; revision: number; formKey: string }

const thresholds = [
  'snapshotCompleteness',
  'sessionsShare',
  'recentAccompanimentMonths',
  'closingAttempts',
  'closingDays',
] as const
const inPercent: readonly string[] = ['snapshotCompleteness', 'sessionsShare']

/** The words, the offsets and the thresholds of a programme. */
export function ProgrammeForm({ definition, revision, formKey }: ProgrammeFormProps) {
  const { t } = useTranslation('programmes')
  const locale = useLocale()
  const form = useForm('edit')
  const fields = useFieldNames(definition)
  const { steps, waves, reminders, settings } = definition
  const words = (name: string, of: { fr: string; en: string }) => (
    <FieldRow>
      <TextField {...form.field(`${name}.fr`, of.fr)} label={fields[`${name}.fr`]} />
      <TextField {...form.field(`${name}.en`, of.en)} label={fields[`${name}.en`]} />
    </FieldRow>
  )
  return (
    <Section title={t('edit')}>
      <CommandForm name="edit" formKey={formKey} key={form.generation} className="max-w-3xl space-y-8">
        <FormTroubles form={form} fields={Object.entries(fields).map(([name, label]) => ({ name, label }))} />
        <Hidden name="revision" value={form.version(revision)} />
        {words('name', definition.name)}
        <FieldGroup id="etapes" legend={t('steps')}>
          {steps.map(({ code, label }) => (
            <div key={code}>{words(`steps.${code}`, label)}</div>
          ))}
        </FieldGroup>
        <FieldGroup id="vagues" legend={t('waves')} hint={t('wavesHint')}>
          <FieldRow>
            {waves.map(({ wave, earliestOf }) => (
              <NumberField
                key={wave}
                {...form.field(`waves.${wave}`, earliestOf[0]?.months ?? 0)}
                label={fields[`waves.${wave}`]}
                integer
              />
            ))}
          </FieldRow>
        </FieldGroup>
        <FieldGroup id="rappels" legend={t('reminders')} hint={t('remindersHint')}>
          {reminders.map(({ rule, label, occurrences }) => (
            <div key={rule}>
              <p className="mb-2 font-semibold">{label[locale]}</p>
              <FieldRow>
                {occurrences.map(({ days, to }, at) => {
                  const name = `reminders.${rule}_${at}`
                  return (
                    <NumberField
                      key={`${rule}-${to}-${days}`}
                      {...form.field(name, days)}
                      label={fields[name]}
                      integer
                    />
                  )
                })}
              </FieldRow>
            </div>
          ))}
        </FieldGroup>
        <FieldGroup id="seuils" legend={t('thresholds')}>
          <ChoiceGroup
            {...form.field('committeeRequired', settings.committeeRequired ? 'oui' : 'non')}
            label={fields.committeeRequired}
            layout="segments"
            options={[
              { value: 'oui', label: t('yes') },
              { value: 'non', label: t('no') },
            ]}
          />
          <FieldRow>
            {thresholds.map(name => (
              <NumberField
                key={name}
                {...form.field(name, Math.round(settings[name] * (inPercent.includes(name) ? 100 : 1)))}
                label={fields[name]}
                integer
              />
            ))}
          </FieldRow>
        </FieldGroup>
        <Button variant="primary">{t('save')}</Button>
      </CommandForm>
    </Section>
  )
}

/** The label of every field, by its name. */
function useFieldNames({ steps, waves, reminders }: ProgrammeDefinition): Record<string, string> {
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
    ...reminders.flatMap(({ rule, occurrences }) =>
      occurrences.map((_, at) => [`reminders.${rule}_${at}`, t('occurrence', { rule, rank: at + 1 })]),
    ),
    ['committeeRequired', t('settings.committeeRequired')],
    ...thresholds.map(name => [name, t(`settings.${name}`)]),
  ])
}
