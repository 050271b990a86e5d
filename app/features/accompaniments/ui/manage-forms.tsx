import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { DateField, Select, TextArea } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'

type Keyed = { formKey: string }
export type HandOverProps = Keyed & {
  practitionerId: string | null
  practitioners: readonly { id: string; name: string }[]
}

export function HandOverForm({ formKey, practitionerId, practitioners }: HandOverProps) {
  const { t } = useTranslation(['cases', 'fields'])
  const form = useForm('hand-over')
  const id = 'f-hand-over-reason'
  return (
    <Section title={t('cases:manage.handOver')}>
      <CommandForm name="hand-over" formKey={formKey} key={form.generation} className="max-w-2xl space-y-4">
        <FormTroubles
          form={form}
          fields={[
            { name: 'practitionerId', label: t('fields:practitionerId') },
            { name: 'reason', label: t('cases:manage.handOverWhy'), id },
          ]}
        />
        <Select
          {...form.field('practitionerId', practitionerId)}
          label={t('fields:practitionerId')}
          options={practitioners.map(({ id: value, name }) => ({ value, label: name }))}
        />
        <TextArea {...form.field('reason')} id={id} label={t('cases:manage.handOverWhy')} rows={2} />
        <Button>{t('cases:manage.handOverSubmit')}</Button>
      </CommandForm>
    </Section>
  )
}

export function SuspendForm({ formKey }: Keyed) {
  const { t } = useTranslation(['cases', 'fields'])
  const form = useForm('suspend')
  const id = 'f-suspend-reason'
  return (
    <Section title={t('cases:manage.suspend')} note={t('cases:manage.suspendHelp')}>
      <CommandForm name="suspend" formKey={formKey} key={form.generation} className="max-w-2xl space-y-4">
        <FormTroubles
          form={form}
          fields={[
            { name: 'reason', label: t('fields:reason'), id },
            { name: 'resumeOn', label: t('fields:resumeOn') },
          ]}
        />
        <TextArea {...form.field('reason')} id={id} label={t('fields:reason')} rows={2} required />
        <DateField {...form.field('resumeOn')} label={t('fields:resumeOn')} required />
        <Button>{t('cases:manage.suspendSubmit')}</Button>
      </CommandForm>
    </Section>
  )
}

export function ResumeForm({ formKey, reason }: Keyed & { reason: string | null }) {
  const { t } = useTranslation('cases')
  const form = useForm('resume')
  return (
    <Section title={t('manage.resume')}>
      <CommandForm name="resume" formKey={formKey} key={form.generation} className="space-y-4">
        <FormTroubles form={form} fields={[]} />
        {reason ? <p className="whitespace-pre-wrap">{t('manage.resumeHelp', { reason })}</p> : null}
        <Button variant="primary">{t('manage.resumeSubmit')}</Button>
      </CommandForm>
    </Section>
  )
}

export function AbandonForm({ formKey, today }: Keyed & { today: string }) {
  const { t } = useTranslation(['cases', 'fields', 'choices'])
  const form = useForm('abandon')
  const reasons = t('choices:abandonReason', { returnObjects: true })
  return (
    <Section title={t('cases:manage.abandon')} note={t('cases:manage.abandonHelp')}>
      <Disclosure label={t('cases:manage.abandonConfirm')} open={form.reply !== null}>
        <CommandForm name="abandon" formKey={formKey} key={form.generation} className="mt-2 max-w-2xl space-y-4">
          <FormTroubles
            form={form}
            fields={[
              { name: 'abandonReason', label: t('fields:abandonReason'), words: reasons },
              { name: 'abandonedOn', label: t('fields:abandonedOn') },
              { name: 'comment', label: t('fields:comment') },
            ]}
          />
          <ChoiceGroup
            {...form.field('abandonReason')}
            label={t('fields:abandonReason')}
            required
            options={Object.entries(reasons).map(([value, label]) => ({ value, label }))}
          />
          <DateField {...form.field('abandonedOn', today)} label={t('fields:abandonedOn')} max={today} />
          <TextArea {...form.field('comment')} label={t('fields:comment')} rows={2} />
          <Button variant="danger">{t('cases:manage.abandonSubmit')}</Button>
        </CommandForm>
      </Disclosure>
    </Section>
  )
}

/** For a case that was closed or abandoned by mistake, or too soon. */
export function UndoEndForm({ formKey }: Keyed) {
  const { t } = useTranslation('cases')
  const form = useForm('undo-end')
  const id = 'f-undo-end-reason'
  return (
    <Section title={t('manage.undoEnd')} note={t('manage.undoEndHelp')}>
      <CommandForm name="undo-end" formKey={formKey} key={form.generation} className="max-w-2xl space-y-4">
        <FormTroubles form={form} fields={[{ name: 'reason', label: t('manage.undoEndWhy'), id }]} />
        <TextArea {...form.field('reason')} id={id} label={t('manage.undoEndWhy')} rows={2} required />
        <Button>{t('manage.undoEndSubmit')}</Button>
      </CommandForm>
    </Section>
  )
}

export function ReopenForm({ formKey }: Keyed) {
  const { t } = useTranslation('cases')
  const form = useForm('reopen')
  const id = 'f-reopen-reason'
  return (
    <Section title={t('manage.reopen')} note={t('manage.reopenHelp')}>
      <CommandForm name="reopen" formKey={formKey} key={form.generation} className="max-w-2xl space-y-4">
        <FormTroubles form={form} fields={[{ name: 'reason', label: t('manage.reopenWhy'), id }]} />
        <TextArea {...form.field('reason')} id={id} label={t('manage.reopenWhy')} rows={3} required />
        <Button>{t('manage.reopenSubmit')}</Button>
      </CommandForm>
    </Section>
  )
}
