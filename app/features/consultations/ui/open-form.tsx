import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useReferenceWords } from '#app/features/references/ui/cited-list.tsx'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { DateField, TextArea, TextField } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { ConsultationPage, ProviderToAsk } from '../consultation.ts'
import { advisedAnswerDays, advisedDeadline, usualProviders } from '../consultation-rules.ts'

/** Who is asked, and until when; the same form gives more time or asks more of them. */
export function OpenForm({ page, formKey }: { page: ConsultationPage; formKey: string }) {
  const { t } = useTranslation('consultations')
  const form = useForm('open')
  const { consultation, invitations, providers, today } = page
  const typed = form.reply?.values.providerIds?.split('\n') ?? []
  const unasked = providers.filter(({ id }) => !invitations.some(({ providerId }) => providerId === id))
  const hints = useProviderHints(page)
  const options = unasked
    .filter(({ listing }) => listing !== 'inactive')
    .map(one => ({ value: one.id, label: one.name, hint: hints(one), disabled: one.email === null }))
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
      <Inactive operator={page.operator} providers={unasked.filter(({ listing }) => listing === 'inactive')} />
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

/** Where a provider is written to, what its sheet is worth, and the missions that it may show. */
function useProviderHints({ references }: ConsultationPage) {
  const { t } = useTranslation('consultations')
  const words = useReferenceWords()
  return ({ id, email, listing }: ProviderToAsk) => {
    const list = references.filter(({ providerId }) => providerId === id).map(words)
    return [
      email ?? t('noEmail'),
      listing === 'stale' ? t('staleHint') : '',
      list.length > 0 ? t('referencesHint', { list: list.join(' ; ') }) : '',
    ]
      .filter(Boolean)
      .join(' · ')
  }
}

function Inactive({ operator, providers }: { operator: string; providers: readonly ProviderToAsk[] }) {
  const { t } = useTranslation('consultations')
  if (providers.length === 0) return null
  return (
    <Notice title={t('inactiveTitle')}>
      <p>{t('inactiveHelp')}</p>
      <ul className="mt-1">
        {providers.map(({ id, name }) => (
          <li key={id}>
            <Link to={`/o/${operator}/prestataires/${id}`} className="inline-block py-1">
              {name}
            </Link>
          </li>
        ))}
      </ul>
    </Notice>
  )
}
