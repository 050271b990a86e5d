import { useTranslation } from 'react-i18next'
import { CommandForm, type FormState, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { ActionBar } from '#app/ui/action-bar.tsx'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { DateField, Hidden, Select, TextField } from '#app/ui/field.tsx'
import { FieldGroup, FieldRow } from '#app/ui/field-frame.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { type Company, companyFields } from '../company.ts'

export type OrganisationShown = {
  id: string
  version: number
  name: string
  siret: string | null
  rna: string | null
  siretDraft: string | null
  rnaDraft: string | null
  legalForm: string | null
  foundedOn: string | null
  commune: string | null
  sector: string | null
  employer: boolean | null
  qpv: boolean | null
  frr: boolean | null
  email: string | null
  phone: string | null
}

const fieldNames = [
  'name',
  'siret',
  'rna',
  'legalForm',
  'foundedOn',
  'commune',
  'sector',
  'employer',
  'qpv',
  'frr',
  'email',
  'phone',
] as const

/** What no register says. */
const nothing = { siretDraft: null, rnaDraft: null, sector: null, qpv: null, frr: null, email: null, phone: null }

export type OrganisationFormProps = {
  formKey: string
  /** The form's name: `create` or `update`. */
  name: string
  organisation: OrganisationShown | null
  /** What was searched, which the name begins with. */
  suggestedName?: string
  cancelTo: string
  /** What the register says of a new one: its fields begin with it. */
  company?: Company
}

/** An organisation's identity. Only its name is asked for; a number that fails its check may be kept to be corrected. */
export function OrganisationForm({
  formKey,
  name,
  organisation,
  suggestedName,
  cancelTo,
  company,
}: OrganisationFormProps) {
  const { t } = useTranslation(['organisations', 'fields', 'choices', 'common'])
  const form = useForm(name)
  const legalForms: Record<string, string> = t('choices:legalForm', { returnObjects: true })
  const yesNo: Record<string, string> = t('choices:yesNo', { returnObjects: true })
  const shown = organisation ?? (company ? { ...nothing, ...company } : null)
  const words = { legalForm: legalForms, employer: yesNo, qpv: yesNo, frr: yesNo }
  const troubled = fieldNames.map(field => ({
    name: field,
    label: t(`fields:${field}`),
    ...(field in words && { words: words[field as keyof typeof words] }),
  }))
  return (
    <CommandForm name={name} formKey={formKey} key={form.generation} className="max-w-3xl space-y-8">
      <FormTroubles form={form} fields={troubled} />
      {organisation ? <Hidden name="version" value={form.version(organisation.version)} /> : null}
      {company
        ? companyFields.map(field => <Hidden key={field} name={`found.${field}`} value={truth(company[field]) ?? ''} />)
        : null}
      <IdentityFields form={form} organisation={shown} suggestedName={suggestedName} listAt={cancelTo} />
      <PlaceFields form={form} organisation={shown} />
      <FieldGroup id="contact" legend={t('organisations:form.contact')}>
        <FieldRow>
          <TextField {...form.field('email', organisation?.email)} type="email" label={t('fields:email')} />
          <TextField {...form.field('phone', organisation?.phone)} type="tel" label={t('fields:phone')} />
        </FieldRow>
      </FieldGroup>
      <ActionBar>
        <Button variant="primary">{t(organisation ? 'organisations:form.save' : 'organisations:form.create')}</Button>
        <LinkButton to={cancelTo} variant="quiet">
          {t('common:cancel')}
        </LinkButton>
      </ActionBar>
    </CommandForm>
  )
}

type FieldsProps = {
  form: FormState
  organisation: Omit<OrganisationShown, 'id' | 'version'> | null
  suggestedName?: string
  listAt?: string
}

function IdentityFields({ form, organisation, suggestedName, listAt }: FieldsProps) {
  const { t } = useTranslation(['organisations', 'fields', 'choices'])
  const legalForms: Record<string, string> = t('choices:legalForm', { returnObjects: true })
  const hasWrongNumber = ['bad-siret', 'bad-rna'].includes(form.reply?.tag ?? '')
  const keepsDraft = organisation?.siretDraft || organisation?.rnaDraft || form.reply?.values.keepDraft
  return (
    <FieldGroup id="identite" legend={t('organisations:form.identity')}>
      <TextField
        {...form.field('name', organisation?.name ?? suggestedName)}
        label={t('fields:name')}
        required
        autoComplete="off"
      />
      {form.reply?.tag === 'likely-duplicate' || form.reply?.values.isAnother ? (
        <Notice
          tone="late"
          title={t('organisations:duplicates.title')}
          action={
            <LinkButton to={`${listAt}?texte=${encodeURIComponent(form.reply.values.name ?? '')}`}>
              {t('organisations:duplicates.see')}
            </LinkButton>
          }
        >
          <p>{t('organisations:duplicates.help')}</p>
          <CheckboxField
            name="isAnother"
            label={t('organisations:duplicates.another')}
            defaultChecked={Boolean(form.reply.values.isAnother)}
          />
        </Notice>
      ) : null}
      <FieldRow>
        <TextField
          {...form.field('siret', organisation?.siret ?? organisation?.siretDraft)}
          label={t('fields:siret')}
          hint={t('organisations:form.siretHint')}
          inputMode="numeric"
          autoComplete="off"
        />
        <TextField
          {...form.field('rna', organisation?.rna ?? organisation?.rnaDraft)}
          label={t('fields:rna')}
          hint={t('organisations:form.rnaHint')}
          autoComplete="off"
        />
      </FieldRow>
      {hasWrongNumber || keepsDraft ? (
        <CheckboxField
          name="keepDraft"
          label={t('organisations:form.keepDraft')}
          defaultChecked={Boolean(keepsDraft)}
        />
      ) : null}
      <FieldRow>
        <Select
          {...form.field('legalForm', organisation?.legalForm)}
          label={t('fields:legalForm')}
          placeholder={t('organisations:form.unknown')}
          options={Object.entries(legalForms).map(([value, label]) => ({ value, label }))}
        />
        <DateField {...form.field('foundedOn', organisation?.foundedOn)} label={t('fields:foundedOn')} />
      </FieldRow>
    </FieldGroup>
  )
}

const truth = (value: string | boolean | null | undefined) =>
  typeof value === 'boolean' ? (value ? 'oui' : 'non') : (value ?? null)

function PlaceFields({ form, organisation }: FieldsProps) {
  const { t } = useTranslation(['organisations', 'fields', 'choices'])
  const yesNo = Object.entries(t('choices:yesNo', { returnObjects: true })).map(([value, label]) => ({ value, label }))
  const placeholder = t('organisations:form.unknown')
  return (
    <FieldGroup id="territoire" legend={t('organisations:form.place')}>
      <FieldRow>
        <TextField
          {...form.field('commune', organisation?.commune)}
          label={t('fields:commune')}
          hint={t('organisations:form.communeHint')}
          autoComplete="off"
        />
        <TextField
          {...form.field('sector', organisation?.sector)}
          label={t('fields:sector')}
          hint={t('organisations:form.sectorHint')}
        />
      </FieldRow>
      <FieldRow>
        <Select
          {...form.field('employer', truth(organisation?.employer))}
          label={t('fields:employer')}
          placeholder={placeholder}
          options={yesNo}
        />
        <Select
          {...form.field('qpv', truth(organisation?.qpv))}
          label={t('fields:qpv')}
          placeholder={placeholder}
          options={yesNo}
        />
        <Select
          {...form.field('frr', truth(organisation?.frr))}
          label={t('fields:frr')}
          placeholder={placeholder}
          options={yesNo}
        />
      </FieldRow>
    </FieldGroup>
  )
}
