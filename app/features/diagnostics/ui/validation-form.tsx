import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { TextArea, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { ShownDiagnostic } from '../shown-diagnostic.ts'

/** The leader's answer: as it is, or with a reservation, as a whole or need by need. */
export function ValidationForm({ diagnostic, formKey }: { diagnostic: ShownDiagnostic; formKey: string }) {
  const { t } = useTranslation('personalLink')
  const form = useForm('validate')
  const hasNeedReservation = diagnostic.needs.some((_need, index) => form.reply?.values[`needs[${index}].reservation`])
  const fields = [
    { name: 'verdict', label: t('diagnostic.verdict') },
    { name: 'reservation', label: t('diagnostic.reservation') },
    { name: 'name', label: t('diagnostic.name') },
    { name: 'function', label: t('diagnostic.function') },
    { name: 'capacity', label: t('diagnostic.capacity') },
  ]
  return (
    <Section title={t('diagnostic.answer')} note={t('diagnostic.once')}>
      {form.reply?.conflict ? (
        <div className="mb-5">
          <Notice tone="late" title={t('diagnostic.changedTitle')} role="alert">
            <p>{t('diagnostic.changed')}</p>
          </Notice>
        </div>
      ) : (
        <FormTroubles form={form} fields={fields} />
      )}
      <CommandForm name="validate" formKey={formKey} className="grid gap-6">
        <input type="hidden" name="version" value={form.version(diagnostic.version)} />
        <ChoiceGroup
          {...form.field('verdict', 'as_it_is')}
          label={t('diagnostic.verdict')}
          options={[
            { value: 'as_it_is', label: t('diagnostic.asItIs') },
            { value: 'with_reservation', label: t('diagnostic.withReservation') },
          ]}
        />
        <TextArea
          {...form.field('reservation')}
          label={t('diagnostic.reservation')}
          hint={t('diagnostic.reservationHint')}
          rows={3}
        />
        {diagnostic.needs.length > 0 ? (
          <Disclosure label={t('diagnostic.needReservation')} open={hasNeedReservation}>
            <div className="mt-3 grid gap-4">
              {diagnostic.needs.map((need, index) => (
                <div key={need.id}>
                  <input type="hidden" name={`needs[${index}].id`} value={need.id} />
                  <TextArea {...form.field(`needs[${index}].reservation`)} label={need.title} rows={2} />
                </div>
              ))}
            </div>
          </Disclosure>
        ) : null}
        <TextField {...form.field('name', diagnostic.person?.name)} label={t('diagnostic.name')} autoComplete="name" />
        <TextField
          {...form.field('function', diagnostic.person?.role)}
          label={t('diagnostic.function')}
          hint={t('diagnostic.functionHint')}
          autoComplete="organization-title"
        />
        <ChoiceGroup
          {...form.field('capacity', diagnostic.person?.function === 'governance' ? 'governance' : undefined)}
          label={t('diagnostic.capacity')}
          options={[
            { value: 'governance', label: t('diagnostic.governance') },
            { value: 'leader', label: t('diagnostic.leader') },
          ]}
        />
        <div>
          <Button variant="primary" className="w-full sm:w-auto" disabled={form.isSending}>
            {t('diagnostic.submit')}
          </Button>
        </div>
      </CommandForm>
    </Section>
  )
}
