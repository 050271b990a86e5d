import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import type { Day } from '#app/kernel/day.ts'
import { Button } from '#app/ui/button.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { DateField, Hidden, TextArea, TextField } from '#app/ui/field.tsx'
import type { Deliverable } from '../contract.ts'

type SubmitFormProps = { deliverable: Deliverable; today: Day; formKey: string }

/** A deliverable is handed over: where it can be read, or a note when it was given by hand. */
export function SubmitForm({ deliverable, today, formKey }: SubmitFormProps) {
  const { t } = useTranslation('contracts')
  const name = `submit.${deliverable.id}`
  const form = useForm(name)
  const field = (key: string, stored?: string | null) => ({
    ...form.field(key, stored),
    id: `${deliverable.id}-${key}`,
  })
  const labels = { submittedOn: t('handedOn'), address: t('address'), note: t('note') }
  return (
    <Disclosure label={t('submit')} open={form.reply !== null}>
      <CommandForm key={form.generation} name={name} formKey={formKey} className="max-w-2xl space-y-5 pt-2">
        <FormTroubles
          form={form}
          fields={Object.entries(labels).map(([key, label]) => ({ name: key, label, id: `${deliverable.id}-${key}` }))}
        />
        <Hidden name="deliverableId" value={deliverable.id} />
        <Hidden name="version" value={form.version(deliverable.version)} />
        <DateField {...field('submittedOn', today)} label={labels.submittedOn} required />
        <TextField
          {...field('address', deliverable.address)}
          label={labels.address}
          hint={t('addressHint')}
          autoComplete="off"
        />
        <TextArea {...field('note', deliverable.note)} label={labels.note} rows={2} />
        <Button>{t('saveSubmission')}</Button>
      </CommandForm>
    </Disclosure>
  )
}
