import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatDay, formatEuros, formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { DateField, Hidden, NumberField, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { ContractPage, Invoice } from '../contract.ts'
import { invoicedOf } from '../contract-rules.ts'

type PartProps = { page: ContractPage; formKey: string }

/** Invoices against the days held, and what is paid of them. */
export function InvoicesSection({ page, formKey }: PartProps) {
  const { t } = useTranslation('contracts')
  const locale = useLocale()
  const form = useForm('invoice')
  const { invoices, engineering, heldQuarters } = page
  const invoiced = invoicedOf(invoices)
  const days = (quarters: number) => formatNumber(quarters / 4, locale)
  const canRecord = engineering.signedOn !== null && engineering.state !== 'cancelled'
  return (
    <Section
      title={t('invoices')}
      id="factures"
      note={t('heldAndInvoiced', { held: days(heldQuarters), invoiced: days(invoiced.quarters) })}
    >
      <DataTable<Invoice>
        caption={t('invoices')}
        hideCaption
        rows={invoices}
        rowKey={({ id }) => id}
        empty={<p>{t('noInvoice')}</p>}
        totals={{ reference: t('total'), days: days(invoiced.quarters), amount: formatEuros(invoiced.cents, locale) }}
        columns={[
          { key: 'reference', header: t('reference'), rowHeader: true, cell: ({ reference }) => reference },
          { key: 'on', header: t('receivedOn'), short: true, cell: row => formatDay(row.receivedOn, locale, 'short') },
          { key: 'days', header: t('days'), numeric: true, cell: ({ quarters }) => days(quarters) },
          { key: 'amount', header: t('amount'), numeric: true, cell: row => formatEuros(row.amountCents, locale) },
          {
            key: 'paid',
            header: t('payment'),
            cell: ({ paidOn, paymentProof }) =>
              paidOn ? (
                <>
                  <StatusTag tone="done">{t('paidOn', { day: formatDay(paidOn, locale, 'short') })}</StatusTag>{' '}
                  {paymentProof}
                </>
              ) : (
                <StatusTag tone="late">{t('toPay')}</StatusTag>
              ),
          },
        ]}
      />
      {invoices
        .filter(({ paidOn }) => paidOn === null)
        .map(invoice => (
          <PaymentForm key={invoice.id} invoice={invoice} page={page} formKey={`${formKey}.${invoice.id}`} />
        ))}
      {canRecord ? (
        <Disclosure label={t('recordInvoice')} open={form.reply !== null}>
          <InvoiceForm key={form.generation} page={page} formKey={formKey} />
        </Disclosure>
      ) : (
        <p className="mt-3 text-ink-2">{t('signFirst')}</p>
      )}
    </Section>
  )
}

function InvoiceForm({ page, formKey }: PartProps) {
  const { t } = useTranslation('contracts')
  const form = useForm('invoice')
  const labels = { reference: t('reference'), receivedOn: t('receivedOn'), days: t('days'), amount: t('amount') }
  return (
    <CommandForm name="invoice" formKey={formKey} className="max-w-2xl space-y-6 pt-2">
      <FormTroubles form={form} fields={Object.entries(labels).map(([name, label]) => ({ name, label }))} />
      <FieldRow>
        <TextField {...form.field('reference')} label={labels.reference} autoComplete="off" required />
        <DateField {...form.field('receivedOn', page.today)} label={labels.receivedOn} required />
      </FieldRow>
      <FieldRow>
        <NumberField {...form.field('days')} label={labels.days} unit={t('daysUnit')} required />
        <NumberField {...form.field('amount')} label={labels.amount} unit="€" required />
      </FieldRow>
      <Button>{t('saveInvoice')}</Button>
    </CommandForm>
  )
}

function PaymentForm({ invoice, page, formKey }: PartProps & { invoice: Invoice }) {
  const { t } = useTranslation('contracts')
  const name = `pay.${invoice.id}`
  const form = useForm(name)
  const idOf = (key: string) => `${invoice.id}-${key}`
  const labels = { paidOn: t('payDay'), paymentProof: t('paymentProof') }
  return (
    <Disclosure label={t('pay', { reference: invoice.reference })} open={form.reply !== null}>
      <CommandForm key={form.generation} name={name} formKey={formKey} className="max-w-2xl space-y-6 pt-2">
        <FormTroubles
          form={form}
          fields={Object.entries(labels).map(([key, label]) => ({ name: key, label, id: idOf(key) }))}
        />
        <Hidden name="invoiceId" value={invoice.id} />
        <Hidden name="version" value={form.version(invoice.version)} />
        <FieldRow>
          <DateField {...form.field('paidOn', page.today)} id={idOf('paidOn')} label={labels.paidOn} required />
          <TextField
            {...form.field('paymentProof')}
            id={idOf('paymentProof')}
            label={labels.paymentProof}
            hint={t('proofHint')}
            autoComplete="off"
            required
          />
        </FieldRow>
        <Button>{t('savePayment')}</Button>
      </CommandForm>
    </Disclosure>
  )
}
