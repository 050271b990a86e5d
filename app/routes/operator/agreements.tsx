import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { agreementListPage } from '#app/features/agreements/agreement-list.query.server.ts'
import { createAgreement } from '#app/features/agreements/create-agreement.command.server.ts'
import { CreateAgreementForm } from '#app/features/agreements/ui/agreement-forms.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { formatDay, formatEuros } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { day } from '#app/kernel/day.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

export const loader = page(agreementListPage, {
  words: ['agreements'],
  title: t => t('agreements:title'),
  input: () => ({}),
})
export const action = act({
  create: on(createAgreement, {
    done: ({ agreementId }, { params }) => ({
      to: `/o/${params.operator}/conventions/${agreementId}`,
      toast: { key: 'agreementCreated' },
    }),
  }),
})
export const meta = titled

export default function Agreements() {
  const { t } = useTranslation('agreements')
  const locale = useLocale()
  const { page, formKey } = useLoaderData<typeof loader>()
  const written = (stored: string) => {
    const value = day(stored)
    return value ? formatDay(value, locale, 'short') : stored
  }
  const stage = (row: { startsOn: string; endsOn: string }) =>
    row.endsOn < page.today ? 'ended' : row.startsOn > page.today ? 'future' : 'running'
  return (
    <>
      <PageHeader title={t('title')} lede={t('lede')} />
      <Section title={t('list.caption')}>
        <DataTable
          caption={t('list.caption')}
          hideCaption
          rows={page.agreements}
          rowKey={row => row.id}
          empty={
            <EmptyState title={t('list.empty')} level={3}>
              {t('list.emptyHelp')}
            </EmptyState>
          }
          columns={[
            {
              key: 'code',
              header: t('list.code'),
              rowHeader: true,
              cell: row => (
                <>
                  <Link to={row.id}>{row.code}</Link>
                  {row.title ? <span className="block font-normal text-ink-2">{row.title}</span> : null}
                </>
              ),
            },
            { key: 'funder', header: t('list.funder'), cell: row => row.funder },
            {
              key: 'dates',
              header: t('list.dates'),
              cell: row => (
                <span className="inline-flex flex-wrap items-center gap-x-2">
                  {written(row.startsOn)} – {written(row.endsOn)}
                  <StatusTag tone={stage(row) === 'running' ? 'now' : 'neutral'}>{t(`list.${stage(row)}`)}</StatusTag>
                </span>
              ),
            },
            {
              key: 'amount',
              header: t('list.amount'),
              numeric: true,
              cell: row => (row.amountCents === null ? '' : formatEuros(row.amountCents, locale)),
            },
            { key: 'cases', header: t('list.cases'), numeric: true, cell: row => row.cases },
          ]}
        />
      </Section>
      <CreateAgreementForm formKey={formKey} programmes={page.programmes} />
    </>
  )
}
