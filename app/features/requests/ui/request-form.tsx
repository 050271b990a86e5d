import { useTranslation } from 'react-i18next'
import { CommandForm, type FormState, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { ActionBar } from '#app/ui/action-bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField } from '#app/ui/choice-field.tsx'
import { DateField, Hidden, NumberField, Select, TextArea, TextField } from '#app/ui/field.tsx'
import { FieldGroup, FieldRow } from '#app/ui/field-frame.tsx'

export type DraftShown = {
  version: number
  email: string
  values: Record<string, string | number | boolean | null>
}

const names = [
  'organisationName',
  'siret',
  'rna',
  'legalForm',
  'place',
  'employees',
  'personName',
  'personRole',
  'requester',
  'email',
  'phone',
  'motive',
  'urgent',
  'boardAgreementOn',
  'prescriber',
  'noticeGiven',
] as const

type Props = { formKey: string; operator: string; draft: DraftShown | null }

/** What an organisation asks. Two buttons: keep it to go on later, which only asks for an address; or send it. */
export function RequestForm({ formKey, operator, draft }: Props) {
  const { t } = useTranslation(['requests', 'choices', 'common'])
  const form = useForm('request')
  const requesters: Record<string, string> = t('choices:requester', { returnObjects: true })
  const legalForms: Record<string, string> = t('choices:legalForm', { returnObjects: true })
  const words: Partial<Record<string, Record<string, string>>> = { requester: requesters, legalForm: legalForms }
  const troubled = names.map(name => ({
    name,
    label: t(`requests:fields.${name}`),
    ...(words[name] && { words: words[name] }),
  }))
  return (
    <CommandForm name="request" formKey={formKey} className="space-y-10">
      <FormTroubles form={form} fields={troubled} />
      {draft ? <Hidden name="version" value={form.version(draft.version)} /> : null}
      <NeedFields form={form} draft={draft} />
      <OrganisationFields form={form} draft={draft} />
      <PersonFields form={form} draft={draft} />
      <CheckboxField
        name="noticeGiven"
        label={t('requests:fields.noticeGiven')}
        hint={t('requests:form.notice', { operator })}
        errors={form.field('noticeGiven').errors}
        defaultChecked={ticked(form, draft, 'noticeGiven')}
        required
      />
      {draft ? null : (
        <div hidden>
          <TextField
            {...form.field('website')}
            label={t('requests:form.leaveEmpty')}
            tabIndex={-1}
            autoComplete="off"
          />
        </div>
      )}
      <ActionBar>
        <Button variant="primary" name="intent" value="send">
          {t('requests:form.send')}
        </Button>
        <Button name="intent" value="save">
          {t('requests:form.save')}
        </Button>
      </ActionBar>
    </CommandForm>
  )
}

type FieldsProps = { form: FormState; draft: DraftShown | null }

const stored = (draft: DraftShown | null, name: string) => {
  const value = draft?.values[name]
  return typeof value === 'boolean' ? null : value
}
/** A box that was left empty is sent as nothing: what was typed is then the whole of the answer. */
const ticked = (form: FormState, draft: DraftShown | null, name: string) =>
  form.reply ? form.reply.values[name] !== undefined : draft?.values[name] === true

function NeedFields({ form, draft }: FieldsProps) {
  const { t } = useTranslation('requests')
  return (
    <FieldGroup id="besoin" legend={t('form.need')}>
      <TextArea
        {...form.field('motive', stored(draft, 'motive'))}
        label={t('fields.motive')}
        hint={t('form.motiveHint')}
        rows={6}
        required
      />
      <CheckboxField
        name="urgent"
        label={t('fields.urgent')}
        hint={t('form.urgentHint')}
        errors={form.field('urgent').errors}
        defaultChecked={ticked(form, draft, 'urgent')}
      />
      <TextField
        {...form.field('prescriber', stored(draft, 'prescriber'))}
        label={t('fields.prescriber')}
        hint={t('form.prescriberHint')}
      />
    </FieldGroup>
  )
}

function OrganisationFields({ form, draft }: FieldsProps) {
  const { t } = useTranslation(['requests', 'choices'])
  const legalForms: Record<string, string> = t('choices:legalForm', { returnObjects: true })
  return (
    <FieldGroup id="structure" legend={t('requests:form.organisation')}>
      <TextField
        {...form.field('organisationName', stored(draft, 'organisationName'))}
        label={t('requests:fields.organisationName')}
        required
        autoComplete="organization"
      />
      <FieldRow>
        <TextField
          {...form.field('siret', stored(draft, 'siret'))}
          label={t('requests:fields.siret')}
          hint={t('requests:form.siretHint')}
          inputMode="numeric"
          autoComplete="off"
        />
        <TextField
          {...form.field('rna', stored(draft, 'rna'))}
          label={t('requests:fields.rna')}
          hint={t('requests:form.rnaHint')}
          autoComplete="off"
        />
      </FieldRow>
      <FieldRow>
        <Select
          {...form.field('legalForm', stored(draft, 'legalForm'))}
          label={t('requests:fields.legalForm')}
          placeholder={t('requests:form.choose')}
          options={Object.entries(legalForms).map(([value, label]) => ({ value, label }))}
        />
        <NumberField
          {...form.field('employees', stored(draft, 'employees'))}
          label={t('requests:fields.employees')}
          hint={t('requests:form.employeesHint')}
          integer
        />
      </FieldRow>
      <TextField
        {...form.field('place', stored(draft, 'place'))}
        label={t('requests:fields.place')}
        hint={t('requests:form.placeHint')}
      />
    </FieldGroup>
  )
}

function PersonFields({ form, draft }: FieldsProps) {
  const { t } = useTranslation(['requests', 'choices'])
  const requesters: Record<string, string> = t('choices:requester', { returnObjects: true })
  return (
    <FieldGroup id="personne" legend={t('requests:form.person')}>
      <FieldRow>
        <TextField
          {...form.field('personName', stored(draft, 'personName'))}
          label={t('requests:fields.personName')}
          required
          autoComplete="name"
        />
        <TextField
          {...form.field('personRole', stored(draft, 'personRole'))}
          label={t('requests:fields.personRole')}
          autoComplete="organization-title"
        />
      </FieldRow>
      <FieldRow>
        {draft ? null : (
          <TextField
            {...form.field('email')}
            type="email"
            label={t('requests:fields.email')}
            hint={t('requests:form.emailHint')}
            required
            autoComplete="email"
          />
        )}
        <TextField
          {...form.field('phone', stored(draft, 'phone'))}
          type="tel"
          label={t('requests:fields.phone')}
          autoComplete="tel"
        />
      </FieldRow>
      {draft ? <p className="text-ink-2">{t('requests:form.answerAt', { email: draft.email })}</p> : null}
      <Select
        {...form.field('requester', stored(draft, 'requester'))}
        label={t('requests:fields.requester')}
        placeholder={t('requests:form.choose')}
        options={Object.entries(requesters).map(([value, label]) => ({ value, label }))}
      />
      <DateField
        {...form.field('boardAgreementOn', stored(draft, 'boardAgreementOn'))}
        label={t('requests:fields.boardAgreementOn')}
        hint={t('requests:form.boardHint')}
      />
    </FieldGroup>
  )
}
