import { useTranslation } from 'react-i18next'
import { formatEuros } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { Section } from '#app/ui/section.tsx'
import type { ContractPage } from '../contract.ts'
import { type FunderDue, funderDues } from '../funder-dues.ts'

/** What each agreement pays of the contract, and still owes of its invoices. */
export function DuesSection({ page: { engineering, invoices, funders } }: { page: ContractPage }) {
  const { t } = useTranslation('contracts')
  const locale = useLocale()
  const rows = funderDues(engineering.amountCents, invoices, funders)
  if (rows.length === 0) return null
  const euros = (cents: number | null) => (cents === null ? '–' : formatEuros(cents, locale))
  const columns = ['part', 'invoiced', 'paid', 'owed', 'coming'] as const
  const sum = (key: (typeof columns)[number]) =>
    euros(rows.some(row => row[key] === null) ? null : rows.reduce((total, row) => total + (row[key] ?? 0), 0))
  return (
    <Section title={t('dues.title')} note={t('dues.help')} id="financeurs">
      <DataTable<FunderDue>
        caption={t('dues.title')}
        hideCaption
        rows={rows}
        rowKey={({ label }) => label}
        empty={null}
        totals={{ agreement: t('total'), ...Object.fromEntries(columns.map(key => [key, sum(key)])) }}
        columns={[
          { key: 'agreement', header: t('dues.agreement'), rowHeader: true, cell: ({ label }) => label },
          ...columns.map(key => ({
            key,
            header: t(`dues.${key}`),
            numeric: true as const,
            cell: (row: FunderDue) => euros(row[key]),
          })),
        ]}
      />
    </Section>
  )
}
