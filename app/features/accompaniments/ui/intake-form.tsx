import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { asText } from '#app/features/history/changes.ts'
import { CommandForm, type FormState, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { ActionBar } from '#app/ui/action-bar.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { DateField, Hidden, Select, TextArea, TextField } from '#app/ui/field.tsx'
import { FieldGroup, FieldRow } from '#app/ui/field-frame.tsx'
import { criteria } from '../criteria.ts'

type Values = Readonly<Record<string, string | boolean | null>>
export type IntakeFormProps = {
  formKey: string
  version: number
  values: Values
  people: readonly { id: string; name: string; role: string | null }[]
  organisationId: string | null
  base: string
  today: string
}
type PartProps = { form: FormState; values: Values; today: string }

const options = (words: Readonly<Record<string, string>>) =>
  Object.entries(words).map(([value, label]) => ({ value, label }))

/** The intake sheet: saved as often as one likes, with nothing mandatory. */
export function IntakeForm({ formKey, version, values, people, organisationId, base, today }: IntakeFormProps) {
  const { t } = useTranslation(['cases', 'fields', 'choices', 'common'])
  const form = useForm('save-intake')
  const fields = useIntakeFields(people)
  const part = { form, values, today }
  return (
    <CommandForm name="save-intake" formKey={formKey} key={form.generation} className="space-y-9">
      <FormTroubles form={form} fields={fields} />
      <Hidden name="version" value={form.version(version)} />
      <RequestFields {...part} />
      <FieldGroup id="personnes" legend={t('cases:intake.people')}>
        <Select
          {...form.field('contactPersonId', asText(values.contactPersonId))}
          label={t('fields:contactPersonId')}
          placeholder={t('common:unknown')}
          options={people.map(({ id, name, role }) => ({ value: id, label: role ? `${name} (${role})` : name }))}
          hint={people.length === 0 ? t('cases:intake.noPeople') : undefined}
        />
        {organisationId ? (
          <p>
            <Link
              to={`${base}/structures/${organisationId}?personne=nouvelle#personne`}
              className="inline-block py-1.5"
            >
              {t('cases:intake.addPerson')}
            </Link>
          </p>
        ) : null}
        <RequesterFields {...part} />
      </FieldGroup>
      <EligibilityFields {...part} />
      <ActionBar>
        <Button variant="primary">{t('cases:intake.save')}</Button>
      </ActionBar>
    </CommandForm>
  )
}

/** Every field with its label, and the words of its values, for the refusals and the conflicts. */
function useIntakeFields(people: IntakeFormProps['people']) {
  const { t } = useTranslation(['fields', 'choices'])
  const answers: Record<string, string> = t('choices:answer', { returnObjects: true })
  const plain = [
    'prescriber',
    'motive',
    'requestedOn',
    'intakeOn',
    'boardAgreementOn',
    'noticeGivenOn',
    'decisionReason',
  ] as const
  return [
    ...plain.map(name => ({ name, label: t(`fields:${name}`) })),
    { name: 'channel', label: t('fields:channel'), words: t('choices:channel', { returnObjects: true }) },
    { name: 'requester', label: t('fields:requester'), words: t('choices:requester', { returnObjects: true }) },
    { name: 'decision', label: t('fields:decision'), words: t('choices:decision', { returnObjects: true }) },
    { name: 'urgent', label: t('fields:urgent'), words: t('choices:yesNo', { returnObjects: true }) },
    {
      name: 'contactPersonId',
      label: t('fields:contactPersonId'),
      words: Object.fromEntries(people.map(({ id, name }) => [id, name])),
    },
    ...criteria.flatMap(criterion => [
      { name: `criteria.${criterion}.answer`, label: t(`fields:criteria.${criterion}.answer`), words: answers },
      { name: `criteria.${criterion}.note`, label: t(`fields:criteria.${criterion}.note`) },
    ]),
  ]
}

function RequestFields({ form, values, today }: PartProps) {
  const { t } = useTranslation(['cases', 'fields', 'choices'])
  return (
    <FieldGroup id="demande" legend={t('cases:intake.request')}>
      <FieldRow>
        <DateField
          {...form.field('requestedOn', asText(values.requestedOn))}
          label={t('fields:requestedOn')}
          max={today}
        />
        <DateField {...form.field('intakeOn', asText(values.intakeOn))} label={t('fields:intakeOn')} max={today} />
      </FieldRow>
      <ChoiceGroup
        {...form.field('channel', asText(values.channel))}
        label={t('fields:channel')}
        options={options(t('choices:channel', { returnObjects: true }))}
      />
      <TextField {...form.field('prescriber', asText(values.prescriber))} label={t('fields:prescriber')} />
      <TextArea {...form.field('motive', asText(values.motive))} label={t('fields:motive')} rows={4} />
    </FieldGroup>
  )
}

function RequesterFields({ form, values, today }: PartProps) {
  const { t } = useTranslation(['fields', 'choices'])
  return (
    <>
      <ChoiceGroup
        {...form.field('requester', asText(values.requester))}
        label={t('fields:requester')}
        options={options(t('choices:requester', { returnObjects: true }))}
      />
      <FieldRow>
        <DateField
          {...form.field('boardAgreementOn', asText(values.boardAgreementOn))}
          label={t('fields:boardAgreementOn')}
          max={today}
        />
        <DateField
          {...form.field('noticeGivenOn', asText(values.noticeGivenOn))}
          label={t('fields:noticeGivenOn')}
          max={today}
        />
      </FieldRow>
    </>
  )
}

function EligibilityFields({ form, values }: PartProps) {
  const { t } = useTranslation(['cases', 'fields', 'choices'])
  const { yes, no, unsure } = t('choices:answer', { returnObjects: true })
  return (
    <FieldGroup id="eligibilite" legend={t('cases:intake.eligibility')} hint={t('cases:intake.eligibilityHint')}>
      {criteria.map(criterion => (
        <div key={criterion} className="grid items-end gap-x-5 gap-y-2 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
          <ChoiceGroup
            {...form.field(`criteria.${criterion}.answer`, asText(values[`criteria.${criterion}.answer`]))}
            label={t(`fields:criteria.${criterion}.answer`)}
            layout="segments"
            options={options({ yes, no, unsure })}
          />
          <TextField
            {...form.field(`criteria.${criterion}.note`, asText(values[`criteria.${criterion}.note`]))}
            label={
              <>
                {t('cases:intake.note')}
                <span className="sr-only"> : {t(`fields:criteria.${criterion}.answer`)}</span>
              </>
            }
          />
        </div>
      ))}
      <ChoiceGroup
        {...form.field('urgent', asText(values.urgent))}
        label={t('fields:urgent')}
        layout="segments"
        options={options(t('choices:yesNo', { returnObjects: true }))}
      />
      <ChoiceGroup
        {...form.field('decision', asText(values.decision))}
        label={t('fields:decision')}
        layout="row"
        options={options(t('choices:decision', { returnObjects: true }))}
      />
      <TextArea
        {...form.field('decisionReason', asText(values.decisionReason))}
        label={t('fields:decisionReason')}
        rows={2}
      />
    </FieldGroup>
  )
}
