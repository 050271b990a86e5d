import { useTranslation } from 'react-i18next'
import { asText } from '#app/features/history/changes.ts'
import { CommandForm, type FormState, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { DateField, Hidden, NumberField, TextArea } from '#app/ui/field.tsx'
import { FieldGroup } from '#app/ui/field-frame.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { ScaleField } from '#app/ui/scale-field.tsx'
import { Section } from '#app/ui/section.tsx'
import { funderKinds } from '../funder-kinds.ts'
import { photoWordFields } from '../photo-words.ts'
import { type SnapshotField, snapshotFields } from '../snapshot.ts'
import { OriginFields, useOriginTroubles } from './origin-fields.tsx'

type Values = Readonly<Record<string, string | number | null>>
export type SnapshotFormProps = {
  formKey: string
  today: string
  snapshot: { version: number; values: Values; doubts: readonly SnapshotField[] }
}

const jobs = ['headcount', 'fte', 'permanent', 'fixedTerm', 'women', 'partTime', 'subsidised'] as const
const money = ['volunteers', 'budget', 'funderCount'] as const

/** The photo at the diagnostic: T0. What is not known stays empty, which is not zero. */
export function SnapshotForm({ formKey, today, snapshot: { version, values, doubts } }: SnapshotFormProps) {
  const { t } = useTranslation(['diagnostics', 'fields', 'choices'])
  const form = useForm('save-snapshot')
  const originTroubles = useOriginTroubles()
  const known = snapshotFields.filter(field => values[field] !== null).length
  return (
    <Section
      title={t('diagnostics:photo')}
      id="photo"
      note={t('diagnostics:photoHelp')}
      action={<p className="text-ink-2">{t('diagnostics:known', { known, of: snapshotFields.length })}</p>}
    >
      <CommandForm
        name="save-snapshot"
        formKey={formKey}
        draft={form.draft}
        key={form.generation}
        className="space-y-7"
      >
        <FormTroubles
          form={form}
          fields={[
            ...(['takenOn', ...snapshotFields, ...photoWordFields] as const).map(name => ({
              name,
              label: t(`fields:${name}`),
            })),
            ...originTroubles,
          ]}
        />
        {doubts.length > 0 ? (
          <Notice tone="late">
            <p>{t('diagnostics:doubt', { fields: doubts.map(field => t(`fields:${field}`)).join(', ') })}</p>
          </Notice>
        ) : null}
        <Hidden name="version" value={form.version(version)} />
        <DateField
          {...form.field('takenOn', asText(values.takenOn) || today)}
          label={t('fields:takenOn')}
          max={today}
        />
        <FieldGroup id="emplois" legend={t('diagnostics:jobs')}>
          <Figures form={form} values={values} fields={jobs} />
        </FieldGroup>
        <FieldGroup id="argent" legend={t('diagnostics:money')}>
          <Figures form={form} values={values} fields={money} />
          <ChoiceGroup
            {...form.field('funderKinds')}
            label={t('fields:funderKinds')}
            multiple
            defaultValue={form.field('funderKinds', asText(values.funderKinds)).defaultValue.split('\n')}
            options={funderKinds.map(value => ({ value, label: t(`choices:funderKinds.${value}`) }))}
          />
        </FieldGroup>
        <FieldGroup id="conduite" legend={t('diagnostics:conduct')}>
          <Scale name="strategy" form={form} stored={values.strategy} />
          <Scale name="governance" form={form} stored={values.governance} />
          <TextArea {...form.field('alliances', asText(values.alliances))} label={t('fields:alliances')} rows={3} />
        </FieldGroup>
        <OriginFields form={form} values={values} today={today} />
        <Button>{t('diagnostics:photoSave')}</Button>
      </CommandForm>
    </Section>
  )
}

function Scale({
  name,
  form,
  stored,
}: {
  name: 'strategy' | 'governance'
  form: FormState
  stored: Values[string] | undefined
}) {
  const { t } = useTranslation(['diagnostics', 'fields'])
  const { errors } = form.field(name)
  const value = form.typed ? (form.typed[name] ?? '') : asText(stored)
  return (
    <ScaleField
      name={name}
      label={t(`fields:${name}`)}
      errors={errors}
      max={4}
      lowLabel={t(`diagnostics:${name}Low`)}
      highLabel={t(`diagnostics:${name}High`)}
      unknownLabel={t('diagnostics:notKnown')}
      {...(/^[0-4]$/.test(value) && { defaultValue: Number(value) })}
    />
  )
}

function Figures({
  form,
  values,
  fields,
}: {
  form: FormState
  values: Values
  fields: readonly (typeof jobs | typeof money)[number][]
}) {
  const { t } = useTranslation('fields')
  return (
    <div className="grid grid-cols-[repeat(auto-fill,minmax(10rem,1fr))] items-end gap-x-4 gap-y-5">
      {fields.map(field => (
        <NumberField
          key={field}
          {...form.field(field, asText(values[field]))}
          label={t(field)}
          {...(field === 'budget' && { unit: '€' })}
        />
      ))}
    </div>
  )
}
