import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatDay, formatEuros, formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { DateField, Hidden, NumberField, TextArea } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Amendment, ContractPage } from '../contract.ts'
import { originalTerms } from '../contract-rules.ts'

type PartProps = { page: ContractPage; formKey: string }

/** The contract as first signed, what each amendment added, and what it comes to now. */
export function AmendmentsSection({ page, formKey }: PartProps) {
  const { t } = useTranslation('contracts')
  const locale = useLocale()
  const form = useForm('amendment')
  const { engineering, amendments } = page
  const now = { quarters: engineering.orderedQuarters, cents: engineering.amountCents }
  const first = originalTerms(now, amendments)
  const written = ({ quarters, cents }: typeof now) =>
    [
      quarters === null ? t('daysUnknown') : t('daysCount', { days: formatNumber(quarters / 4, locale) }),
      cents === null ? t('amountUnknown') : t('amountOf', { amount: formatEuros(cents, locale) }),
    ].join(' · ')
  const end = (value: ContractPage['engineering']['endsOn']) => (value ? formatDay(value, locale) : t('unknown'))
  const isOpen = engineering.signedOn !== null && engineering.state !== 'cancelled' && engineering.state !== 'paid'
  return (
    <Section title={t('amendments')} id="avenants" note={t('amendmentsHelp')}>
      <DescriptionList
        items={[
          ...(amendments.length > 0 ? [{ term: t('first'), detail: written(first) }] : []),
          { term: t('today'), detail: written(now) },
          { term: t('endsOn'), detail: end(engineering.endsOn) },
        ]}
      />
      {amendments.length > 0 ? (
        <div className="mt-4">
          <DataTable<Amendment>
            caption={t('amendments')}
            hideCaption
            rows={amendments}
            rowKey={({ id }) => id}
            columns={[
              { key: 'rank', header: t('amendment'), rowHeader: true, cell: ({ rank }) => t('rank', { rank }) },
              {
                key: 'on',
                header: t('signedOn'),
                short: true,
                cell: ({ signedOn }) => formatDay(signedOn, locale, 'short'),
              },
              {
                key: 'days',
                header: t('days'),
                numeric: true,
                cell: row => signed(formatNumber(row.quartersAdded / 4, locale), row.quartersAdded),
              },
              {
                key: 'amount',
                header: t('amount'),
                numeric: true,
                cell: row => signed(formatEuros(row.centsAdded, locale), row.centsAdded),
              },
              {
                key: 'end',
                header: t('endsOn'),
                short: true,
                cell: row => (row.endsOn ? formatDay(row.endsOn, locale, 'short') : '–'),
              },
              { key: 'reason', header: t('reason'), cell: ({ reason }) => reason },
            ]}
          />
        </div>
      ) : null}
      {isOpen ? (
        <Disclosure label={t('signAmendment')} open={form.reply !== null}>
          <AmendmentForm key={form.generation} page={page} formKey={formKey} />
        </Disclosure>
      ) : null}
    </Section>
  )
}

const signed = (written: string, value: number) => (value > 0 ? `+${written}` : written)

function AmendmentForm({ page, formKey }: PartProps) {
  const { t } = useTranslation('contracts')
  const form = useForm('amendment')
  const labels = {
    days: t('daysAdded'),
    amount: t('amountAdded'),
    endsOn: t('newEnd'),
    signedOn: t('signedOn'),
    reason: t('reason'),
  }
  // Days and an amount are asked by the invoice of the same page too.
  const idOf = (key: string) => `amendment-${key}`
  const field = (key: string, stored?: string) => ({ ...form.field(key, stored), id: idOf(key) })
  return (
    <CommandForm name="amendment" formKey={formKey} className="max-w-2xl space-y-6 pt-2">
      <FormTroubles
        form={form}
        fields={Object.entries(labels).map(([name, label]) => ({ name, label, id: idOf(name) }))}
      />
      <Hidden name="version" value={form.version(page.engineering.version)} />
      <FieldRow>
        <NumberField {...field('days')} label={labels.days} hint={t('minusHint')} unit={t('daysUnit')} />
        <NumberField {...field('amount')} label={labels.amount} hint={t('minusHint')} unit="€" />
      </FieldRow>
      <FieldRow>
        <DateField {...field('endsOn')} label={labels.endsOn} />
        <DateField {...field('signedOn', page.today)} label={labels.signedOn} required />
      </FieldRow>
      <TextArea {...field('reason')} label={labels.reason} rows={2} required />
      <Button>{t('saveAmendment')}</Button>
    </CommandForm>
  )
}
