import { useTranslation } from 'react-i18next'
import type { FormState } from '#app/http/form.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { DateField, NumberField, TextField } from '#app/ui/field.tsx'

export type AgreementValues = {
  code: string
  title: string | null
  funder: string
  startsOn: string
  endsOn: string
  amountCents: number | null
  programmes: string[]
  departments: string[]
}
export type ProgrammeChoice = { code: string; name: string }

/** The fields of an agreement, new or known. */
export function AgreementFields({
  form,
  stored,
  programmes,
}: {
  form: FormState
  stored?: AgreementValues
  programmes: readonly ProgrammeChoice[]
}) {
  const { t } = useTranslation('agreements')
  const amount = stored?.amountCents ?? null
  // Several boxes under one name: what was typed comes back as its last box only, so the stored ones are kept.
  const { errors: programmeErrors } = form.field('programmes')
  return (
    <>
      <div className="grid items-end gap-5 sm:grid-cols-2">
        <TextField
          {...form.field('code', stored?.code)}
          label={t('fields.code')}
          hint={t('fields.codeHint')}
          required
        />
        <TextField {...form.field('funder', stored?.funder)} label={t('fields.funder')} required />
      </div>
      <TextField {...form.field('title', stored?.title)} label={t('fields.title')} />
      <div className="grid gap-5 sm:grid-cols-3">
        <DateField {...form.field('startsOn', stored?.startsOn)} label={t('fields.startsOn')} required />
        <DateField {...form.field('endsOn', stored?.endsOn)} label={t('fields.endsOn')} required />
        <NumberField
          {...form.field('amountCents', amount === null ? null : String(amount / 100).replace('.', ','))}
          label={t('fields.amountCents')}
          unit="€"
        />
      </div>
      <ChoiceGroup
        name="programmes"
        label={t('fields.programmes')}
        hint={t('fields.programmesHint')}
        errors={programmeErrors}
        multiple
        layout="row"
        defaultValue={stored?.programmes ?? []}
        options={programmes.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <TextField
        {...form.field('departments', stored?.departments.join(', '))}
        label={t('fields.departments')}
        hint={t('fields.departmentsHint')}
      />
    </>
  )
}
