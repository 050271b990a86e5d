import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { asText } from '#app/features/history/changes.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { Hidden, NumberField, TextField } from '#app/ui/field.tsx'
import { FieldGroup, FieldRow } from '#app/ui/field-frame.tsx'
import type { several, single } from '../typology.ts'

export type TypologyFormProps = {
  formKey: string
  version: number
  values: Readonly<Record<string, string | number | null>>
}

/** Two lists of answers, begun on the same line: their lengths differ. */
function Beside({ children }: { children: ReactNode }) {
  return <div className="grid items-start gap-x-8 gap-y-5 sm:grid-cols-2">{children}</div>
}

/** The four dimensions, the publics and the phase of an accompaniment. */
export function TypologyForm({ formKey, version, values }: TypologyFormProps) {
  const { t } = useTranslation(['typology', 'common'])
  const form = useForm('typology')
  const words: Record<string, Record<string, string>> = t('typology:values', { returnObjects: true })
  const labels: Record<string, string> = t('typology:fields', { returnObjects: true })
  const options = (name: string) => Object.entries(words[name] ?? {}).map(([value, label]) => ({ value, label }))
  const field = (name: string) => ({ ...form.field(name, asText(values[name])), label: labels[name] })
  const one = (name: keyof typeof single) => <ChoiceGroup {...field(name)} options={options(name)} />
  const many = (name: keyof typeof several) => {
    const { defaultValue, ...rest } = field(name)
    return <ChoiceGroup {...rest} multiple defaultValue={defaultValue.split('\n')} options={options(name)} />
  }
  return (
    <CommandForm name="typology" formKey={formKey} key={form.generation} className="max-w-4xl space-y-9">
      <FormTroubles
        form={form}
        fields={Object.entries(labels).map(([name, label]) => ({ name, label, words: words[name] ?? {} }))}
      />
      <Hidden name="version" value={form.version(version)} />
      <FieldGroup id="cible" legend={t('typology:groups.target')}>
        {one('target')}
        <Beside>
          {many('functions')}
          {one('relation')}
        </Beside>
      </FieldGroup>
      <FieldGroup id="metier" legend={t('typology:groups.trade')} hint={t('typology:groups.tradeHint')}>
        {one('trade')}
      </FieldGroup>
      <FieldGroup id="expertise" legend={t('typology:groups.expertise')}>
        {many('domains')}
      </FieldGroup>
      <FieldGroup id="modalites" legend={t('typology:groups.modalities')}>
        <Beside>
          {one('format')}
          {one('place')}
        </Beside>
        <FieldRow>
          <NumberField {...field('days')} />
          <NumberField {...field('months')} integer />
        </FieldRow>
        <TextField {...field('rhythm')} autoComplete="off" />
        <Beside>
          {many('facilitations')}
          {many('intervenants')}
        </Beside>
        {one('payment')}
      </FieldGroup>
      <FieldGroup id="publics" legend={t('typology:groups.publics')}>
        <Beside>
          {many('publics')}
          {one('phase')}
        </Beside>
      </FieldGroup>
      <Button variant="primary">{t('typology:save')}</Button>
    </CommandForm>
  )
}
