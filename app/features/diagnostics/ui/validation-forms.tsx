import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { OfferedTransition } from '#app/features/accompaniments/offered-transitions.ts'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { GuardList, WarningReason } from '#app/features/accompaniments/ui/transition-form.tsx'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { DateField, Hidden, Select, TextArea, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'

export type ValidationProps = {
  formKey: string
  today: string
  version: number
  base: string
  organisationId: string | null
  people: readonly { id: string; name: string; role: string | null; hasEmail: boolean }[]
  contactPersonId: string | null
  sentOn: string | null
  /** Null while the diagnostic is not begun, or once it is validated. */
  before: OfferedTransition | null
}

/** Has the diagnostic validated: by a personal link, or as it was given in a meeting. */
export function ValidationSection(props: ValidationProps) {
  const { t } = useTranslation('diagnostics')
  const dayWords = useDayWords()
  const { before, sentOn, people, base, organisationId } = props
  const record = useForm('record-validation')
  if (!before)
    return (
      <Section title={t('validation')} id="validation">
        <p className="text-ink-2">{t('notStarted')}</p>
      </Section>
    )
  return (
    <Section title={t('validation')} id="validation" note={t('validationHelp')}>
      <div className="space-y-5">
        {sentOn ? (
          <Notice tone="now">
            <p>{t('sent', { on: dayWords(sentOn) })}</p>
          </Notice>
        ) : null}
        {people.length === 0 ? (
          <Notice tone="late">
            <p>
              {t('noPeople')}{' '}
              {organisationId ? (
                <Link to={`${base}/structures/${organisationId}?personne=nouvelle#personne`}>{t('addPerson')}</Link>
              ) : null}
            </p>
          </Notice>
        ) : (
          <SendForm {...props} before={before} />
        )}
        <Disclosure label={t('record')} open={record.reply !== null}>
          <RecordForm {...props} before={before} />
        </Disclosure>
      </div>
    </Section>
  )
}

function SendForm({
  formKey,
  people,
  contactPersonId,
  sentOn,
  before,
}: ValidationProps & { before: OfferedTransition }) {
  const { t } = useTranslation(['diagnostics', 'cases'])
  const form = useForm('send-for-validation')
  const ids = { reason: 'f-send-reason' }
  const first = people.find(({ id }) => id === contactPersonId) ?? people.find(({ hasEmail }) => hasEmail) ?? people[0]
  return (
    <CommandForm name="send-for-validation" formKey={formKey} key={form.generation} className="max-w-2xl space-y-4">
      <FormTroubles
        form={form}
        fields={[
          { name: 'personId', label: t('diagnostics:sendTo') },
          { name: 'reason', label: t('cases:transition.why'), id: ids.reason },
        ]}
      />
      <GuardList title={t('cases:transition.missing')} rules={before.missing} />
      <Select
        {...form.field('personId', first?.id)}
        label={t('diagnostics:sendTo')}
        options={people.map(({ id, name, role, hasEmail }) => ({
          value: id,
          label: hasEmail ? (role ? `${name} (${role})` : name) : t('diagnostics:noEmail', { name }),
        }))}
      />
      <WarningReason rules={before.warnings} form={form} id={ids.reason} />
      <Button variant={before.missing.length > 0 ? 'plain' : 'primary'}>
        {t(sentOn ? 'diagnostics:sendAgain' : 'diagnostics:send')}
      </Button>
    </CommandForm>
  )
}

function RecordForm({ formKey, today, version, before }: ValidationProps & { before: OfferedTransition }) {
  const { t } = useTranslation(['diagnostics', 'fields', 'choices', 'cases'])
  const form = useForm('record-validation')
  const ids = { reason: 'f-record-reason', reservation: 'f-record-reservation' }
  const capacities: Record<string, string> = t('choices:validatedAs', { returnObjects: true })
  return (
    <CommandForm name="record-validation" formKey={formKey} key={form.generation} className="mt-2 max-w-2xl space-y-5">
      <FormTroubles
        form={form}
        fields={[
          { name: 'validatedOn', label: t('fields:validatedOn') },
          { name: 'validatedByName', label: t('fields:validatedByName') },
          { name: 'validatedByFunction', label: t('fields:validatedByFunction') },
          { name: 'validatedAs', label: t('fields:validatedAs'), words: capacities },
          { name: 'reservation', label: t('fields:reservation'), id: ids.reservation },
          { name: 'reason', label: t('cases:transition.why'), id: ids.reason },
        ]}
      />
      <Hidden name="version" value={form.version(version)} />
      <DateField {...form.field('validatedOn', today)} label={t('fields:validatedOn')} max={today} />
      <FieldRow>
        <TextField {...form.field('validatedByName')} label={t('fields:validatedByName')} required />
        <TextField {...form.field('validatedByFunction')} label={t('fields:validatedByFunction')} />
      </FieldRow>
      <ChoiceGroup
        {...form.field('validatedAs', 'governance')}
        label={t('fields:validatedAs')}
        layout="row"
        options={Object.entries(capacities).map(([value, label]) => ({ value, label }))}
      />
      <TextArea {...form.field('reservation')} id={ids.reservation} label={t('fields:reservation')} rows={2} />
      <WarningReason rules={before.warnings} form={form} id={ids.reason} />
      <Button>{t('diagnostics:recordSubmit')}</Button>
    </CommandForm>
  )
}
