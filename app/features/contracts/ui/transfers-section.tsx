import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { formatDay, formatEuros } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Button } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { DateField, Hidden, NumberField, Select, TextArea, TextField } from '#app/ui/field.tsx'
import { FieldRow } from '#app/ui/field-frame.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { ContractPage, Transfer } from '../contract.ts'
import { type TransferDue, transferDues } from '../funder-transfers.ts'

type PartProps = { page: ContractPage; formKey: string }

/** What each funder has paid of its part, and still has to. */
export function TransfersSection({ page, formKey }: PartProps) {
  const { t } = useTranslation('contracts')
  const locale = useLocale()
  const form = useForm('transfer')
  const rows = transferDues(page.engineering.amountCents, page.funders, page.transfers)
  if (rows.length === 0) return null
  const euros = (cents: number | null) => (cents === null ? '–' : formatEuros(cents, locale))
  const columns = ['due', 'received', 'left'] as const
  const sum = (key: (typeof columns)[number]) =>
    euros(rows.some(row => row[key] === null) ? null : rows.reduce((total, row) => total + (row[key] ?? 0), 0))
  return (
    <Section title={t('transfers.title')} note={t('transfers.help')} id="versements">
      <DataTable<TransferDue>
        caption={t('transfers.title')}
        hideCaption
        rows={rows}
        rowKey={({ agreementId }) => agreementId}
        empty={null}
        totals={{ agreement: t('total'), ...Object.fromEntries(columns.map(key => [key, sum(key)])) }}
        columns={[
          { key: 'agreement', header: t('dues.agreement'), rowHeader: true, cell: ({ label }) => label },
          ...columns.map(key => ({
            key,
            header: t(`transfers.${key}`),
            numeric: true as const,
            cell: (row: TransferDue) => euros(row[key]),
          })),
        ]}
      />
      {page.transfers.length > 0 ? <Received transfers={page.transfers} formKey={formKey} /> : null}
      <Disclosure label={t('transfers.add')} open={form.reply !== null}>
        <TransferForm key={form.generation} page={page} rows={rows} formKey={formKey} />
      </Disclosure>
    </Section>
  )
}

function Received({ transfers, formKey }: { transfers: readonly Transfer[]; formKey: string }) {
  const { t } = useTranslation('contracts')
  const locale = useLocale()
  return (
    <div className="mt-5">
      <DataTable<Transfer>
        caption={t('transfers.list')}
        rows={transfers}
        rowKey={({ id }) => id}
        empty={null}
        columns={[
          { key: 'reference', header: t('reference'), rowHeader: true, cell: ({ reference }) => reference },
          {
            key: 'on',
            header: t('transfers.paidOn'),
            short: true,
            cell: row => formatDay(row.paidOn, locale, 'short'),
          },
          { key: 'agreement', header: t('dues.agreement'), cell: ({ label }) => label },
          {
            key: 'amount',
            header: t('transfers.amount'),
            numeric: true,
            cell: row => formatEuros(row.amountCents, locale),
          },
          {
            key: 'over',
            header: t('transfers.note'),
            cell: ({ overReason }) =>
              overReason ? (
                <>
                  <StatusTag tone="late">{t('transfers.over')}</StatusTag> {overReason}
                </>
              ) : null,
          },
          {
            key: 'drop',
            header: t('transfers.correct'),
            cell: ({ id, reference }) => (
              <CommandForm name={`drop-transfer.${id}`} formKey={`${formKey}.${id}`}>
                <Hidden name="transferId" value={id} />
                <Button variant="quiet" aria-label={t('transfers.dropNamed', { reference })}>
                  {t('transfers.drop')}
                </Button>
              </CommandForm>
            ),
          },
        ]}
      />
    </div>
  )
}

function TransferForm({ page, rows, formKey }: PartProps & { rows: readonly TransferDue[] }) {
  const { t } = useTranslation('contracts')
  const form = useForm('transfer')
  const idOf = (key: string) => `transfer-${key}`
  const labels = {
    agreementId: t('dues.agreement'),
    paidOn: t('transfers.paidOn'),
    amount: t('transfers.amount'),
    reference: t('transfers.reference'),
    overReason: t('transfers.overReason'),
  }
  const reason = form.field('overReason')
  const only = rows.length === 1 ? rows[0]?.agreementId : undefined
  return (
    <CommandForm name="transfer" formKey={formKey} className="max-w-2xl space-y-6 pt-2">
      <FormTroubles
        form={form}
        fields={Object.entries(labels).map(([key, label]) => ({ name: key, label, id: idOf(key) }))}
      />
      <Select
        {...form.field('agreementId', only)}
        id={idOf('agreementId')}
        label={labels.agreementId}
        placeholder={t('transfers.choose')}
        options={rows.map(({ agreementId, label }) => ({ value: agreementId, label }))}
        required
      />
      <FieldRow>
        <DateField {...form.field('paidOn', page.today)} id={idOf('paidOn')} label={labels.paidOn} required />
        <NumberField {...form.field('amount')} id={idOf('amount')} label={labels.amount} unit="€" required />
      </FieldRow>
      <TextField
        {...form.field('reference')}
        id={idOf('reference')}
        label={labels.reference}
        hint={t('transfers.referenceHint')}
        autoComplete="off"
        required
      />
      {reason.errors || reason.defaultValue ? (
        <TextArea {...reason} id={idOf('overReason')} label={labels.overReason} rows={2} />
      ) : null}
      <Button>{t('transfers.save')}</Button>
    </CommandForm>
  )
}
