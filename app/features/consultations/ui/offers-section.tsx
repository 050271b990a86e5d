import { useTranslation } from 'react-i18next'
import { FileLink } from '#app/features/files/ui/file-list.tsx'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatDay, formatEuros, formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { DateField, NumberField, Select, TextArea } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { ConsultationPage, Offer } from '../consultation.ts'
import { gridTotal, totalOf } from '../consultation-rules.ts'

type OffersSectionProps = { page: ConsultationPage; formKey: string; base: string }

/** What came: days, amount and note of each offer, with both totals of the grid side by side. */
export function OffersSection({ page, formKey, base }: OffersSectionProps) {
  const { t } = useTranslation('consultations')
  const locale = useLocale()
  const form = useForm('offer')
  const { consultation, offers, criteria, scores } = page
  if (!consultation) return null
  const points = (id: string, scorer: 'organisation' | 'practitioner') => {
    const total = totalOf(id, scorer, criteria, scores)
    return total === null ? '–' : t('outOf', { points: total, total: gridTotal(criteria) })
  }
  return (
    <Section title={t('offers')} id="offres">
      <DataTable<Offer>
        caption={t('offers')}
        hideCaption
        rows={offers}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t('noOfferTitle')} level={3}>
            {t('noOfferHelp')}
          </EmptyState>
        }
        columns={[
          {
            key: 'provider',
            header: t('provider'),
            rowHeader: true,
            cell: ({ id, provider, note, file, isDeposited }) => (
              <>
                {provider} {isDeposited ? <StatusTag tone="done">{t('deposited')}</StatusTag> : null}
                {note ? <span className="block text-sm font-normal text-ink-2">{note}</span> : null}
                {file ? (
                  <span className="block text-sm font-normal">
                    <FileLink href={`${base}/consultation/offres/${id}`} file={file} />
                  </span>
                ) : null}
              </>
            ),
          },
          {
            key: 'received',
            header: t('receivedOn'),
            short: true,
            cell: ({ receivedOn }) => (
              <>
                {formatDay(receivedOn, locale, 'short')}{' '}
                {receivedOn > consultation.deadline ? <StatusTag tone="late">{t('late')}</StatusTag> : null}
              </>
            ),
          },
          { key: 'days', header: t('days'), numeric: true, cell: ({ quarters }) => formatNumber(quarters / 4, locale) },
          {
            key: 'amount',
            header: t('amount'),
            numeric: true,
            cell: ({ amountCents }) => formatEuros(amountCents, locale),
          },
          {
            key: 'organisation',
            header: t('organisationView'),
            numeric: true,
            cell: ({ id }) => points(id, 'organisation'),
          },
          {
            key: 'practitioner',
            header: t('practitionerView'),
            numeric: true,
            cell: ({ id }) => points(id, 'practitioner'),
          },
        ]}
      />
      {consultation.decidedOn ? null : (
        <Disclosure label={t('recordOffer')} open={form.reply !== null}>
          <OfferForm key={form.generation} page={page} formKey={formKey} />
        </Disclosure>
      )}
    </Section>
  )
}

function OfferForm({ page, formKey }: { page: ConsultationPage; formKey: string }) {
  const { t } = useTranslation('consultations')
  const form = useForm('offer')
  const { providers, invitations, today } = page
  const labels = {
    providerId: t('provider'),
    receivedOn: t('receivedOn'),
    days: t('days'),
    amount: t('amount'),
    note: t('note'),
  }
  const isAsked = (id: string) => invitations.some(({ providerId }) => providerId === id)
  const offered = providers.filter(({ id, listing }) => isAsked(id) || listing !== 'inactive')
  const ordered = offered.sort((a, b) => Number(isAsked(b.id)) - Number(isAsked(a.id)))
  return (
    <CommandForm name="offer" formKey={formKey} className="max-w-2xl space-y-6 pt-2">
      <FormTroubles form={form} fields={Object.entries(labels).map(([name, label]) => ({ name, label }))} />
      <Select
        {...form.field('providerId')}
        label={labels.providerId}
        placeholder={t('choose')}
        options={ordered.map(({ id, name }) => ({ value: id, label: name }))}
        required
      />
      <FieldRow>
        <DateField {...form.field('receivedOn', today)} label={labels.receivedOn} required />
        <NumberField {...form.field('days')} label={labels.days} unit={t('daysUnit')} required />
        <NumberField {...form.field('amount')} label={labels.amount} unit="€" required />
      </FieldRow>
      <TextArea {...form.field('note')} label={labels.note} rows={2} />
      <Button>{t('saveOffer')}</Button>
    </CommandForm>
  )
}
