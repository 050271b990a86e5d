import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatDay } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button, LinkButton } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { DateField, Hidden, Select, TextArea } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import type { ConsultationPage } from '../consultation.ts'

type DecisionSectionProps = { page: ConsultationPage; formKey: string; base: string }

/** The choice, its reasons, and what bidders were told. */
export function DecisionSection({ page, formKey, base }: DecisionSectionProps) {
  const { t } = useTranslation('consultations')
  if (!page.consultation) return null
  return page.consultation.decidedOn ? (
    <Section
      title={t('decision')}
      action={
        <LinkButton to={`${base}/consultation/proces-verbal`} icon={Download} reloadDocument download>
          {t('takeMinutes')}
        </LinkButton>
      }
    >
      <Decided page={page} />
    </Section>
  ) : (
    <Section title={t('decision')} note={t('decisionHelp')}>
      <DecisionForm page={page} formKey={formKey} />
    </Section>
  )
}

function Decided({ page: { consultation, offers, told } }: { page: ConsultationPage }) {
  const { t } = useTranslation('consultations')
  const locale = useLocale()
  if (!consultation?.decidedOn) return null
  const named = (id: string | null) => offers.find(offer => offer.id === id)?.provider ?? t('noPreference')
  const { conflict, conflictNote, decidedOn } = consultation
  const sent = (at: string | null) => (at ? t('letterSent') : t('letterPlanned'))
  return (
    <DescriptionList
      items={[
        { term: t('chosen'), detail: named(consultation.chosenOfferId) },
        { term: t('preferred'), detail: named(consultation.preferredOfferId) },
        { term: t('decidedOn'), detail: formatDay(decidedOn, locale) },
        { term: t('justification'), detail: consultation.justification },
        {
          term: t('conflict'),
          detail: [t(`conflicts.${conflict ?? 'none'}`), conflictNote].filter(Boolean).join(' '),
        },
        {
          term: t('toldTo'),
          detail: (
            <ul>
              {told.map(({ recipient, sentAt }) => (
                <li key={recipient}>
                  {recipient} · {sent(sentAt)}
                </li>
              ))}
            </ul>
          ),
        },
      ]}
    />
  )
}

function DecisionForm({ page, formKey }: { page: ConsultationPage; formKey: string }) {
  const { t } = useTranslation('consultations')
  const form = useForm('decide')
  const options = page.offers.map(({ id, provider }) => ({ value: id, label: provider }))
  const names = ['chosenOfferId', 'preferredOfferId', 'decidedOn', 'justification', 'conflict', 'conflictNote'] as const
  const labels = {
    chosenOfferId: t('chosen'),
    preferredOfferId: t('preferred'),
    decidedOn: t('decidedOn'),
    justification: t('justification'),
    conflict: t('conflict'),
    conflictNote: t('conflictNote'),
  }
  return (
    <CommandForm key={form.generation} name="decide" formKey={formKey} className="max-w-2xl space-y-6">
      <FormTroubles form={form} fields={names.map(name => ({ name, label: labels[name] }))} />
      <Hidden name="version" value={form.version(page.consultation?.version ?? 0)} />
      <ChoiceGroup {...form.field('chosenOfferId')} label={labels.chosenOfferId} options={options} required />
      <Select
        {...form.field('preferredOfferId')}
        label={labels.preferredOfferId}
        placeholder={t('noPreference')}
        options={options}
      />
      <DateField {...form.field('decidedOn', page.today)} label={labels.decidedOn} required />
      <TextArea {...form.field('justification')} label={labels.justification} hint={t('justificationHint')} required />
      <ChoiceGroup
        {...form.field('conflict')}
        label={labels.conflict}
        hint={t('conflictHint')}
        options={(['none', 'declared'] as const).map(value => ({ value, label: t(`conflicts.${value}`) }))}
        required
      />
      <TextArea {...form.field('conflictNote')} label={labels.conflictNote} rows={2} />
      <Button variant="primary">{t('decide')}</Button>
    </CommandForm>
  )
}
