import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { DateField, TextArea, TextField } from '#app/ui/field.tsx'
import type { ConsultationPage } from '../consultation.ts'
import { advisedAnswerDays, advisedDeadline, usualProviders } from '../consultation-rules.ts'

/** Who is asked, and until when; the same form gives more time or asks more of them. */
export function OpenForm({ page, formKey }: { page: ConsultationPage; formKey: string }) {
  const { t } = useTranslation('consultations')
  const form = useForm('open')
  const { consultation, invitations, providers, today } = page
  const typed = form.reply?.values.providerIds?.split('\n') ?? []
  const options = providers
    .filter(({ id }) => !invitations.some(({ providerId }) => providerId === id))
    .map(({ id, name, email }) => ({ value: id, label: name, hint: email ?? t('noEmail'), disabled: email === null }))
  const labels = ['providerIds', 'deadline', 'waiverReason', 'waiverDocument'] as const
  return (
    <CommandForm name="open" formKey={formKey} className="max-w-2xl space-y-6 pt-2">
      <FormTroubles form={form} fields={labels.map(name => ({ name, label: t(`opening.${name}`) }))} />
      {options.length > 0 ? (
        <ChoiceGroup
          name="providerIds"
          multiple
          label={t('opening.providerIds')}
          hint={t('opening.providersHint', { count: usualProviders })}
          errors={form.reply?.fields.providerIds}
          defaultValue={typed}
          options={options}
        />
      ) : (
        <p>{t('noProviderToAsk')}</p>
      )}
      <DateField
        {...form.field('deadline', consultation?.deadline ?? advisedDeadline(today))}
        label={t('opening.deadline')}
        hint={t('opening.deadlineHint', { count: advisedAnswerDays })}
        required
      />
      <TextArea
        {...form.field('waiverReason', consultation?.waiverReason)}
        label={t('opening.waiverReason')}
        hint={t('opening.waiverHint', { count: usualProviders })}
        rows={2}
      />
      <TextField
        {...form.field('waiverDocument', consultation?.waiverDocument)}
        label={t('opening.waiverDocument')}
        hint={t('opening.waiverDocumentHint')}
        autoComplete="off"
      />
      <Button variant={consultation ? 'plain' : 'primary'}>{t(consultation ? 'extend' : 'open')}</Button>
    </CommandForm>
  )
}
