import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DataTable } from '#app/ui/data-table.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

export type NamingCase = { number: string; organisation: string | null; isWithinScope: boolean }

/** The cases that name the agreement; those that it does not pay for come first and are warned of, never refused. */
export function AgreementCases({
  operator,
  agreementId,
  naming: { total, outside, cases },
}: {
  operator: string
  agreementId: string
  naming: { total: number; outside: number; cases: readonly NamingCase[] }
}) {
  const { t } = useTranslation('agreements')
  return (
    <Section title={t('cases.title')}>
      {outside > 0 ? (
        <div className="mb-4">
          <Notice tone="late">{t('cases.outsideHelp', { count: outside })}</Notice>
        </div>
      ) : null}
      {cases.length === 0 ? (
        <p className="text-ink-2">{t('cases.empty')}</p>
      ) : (
        <DataTable
          caption={t('cases.caption')}
          hideCaption
          compact
          rows={cases}
          rowKey={row => row.number}
          columns={[
            {
              key: 'number',
              header: t('cases.number'),
              rowHeader: true,
              short: true,
              cell: row => <Link to={`/o/${operator}/accompagnements/${row.number}`}>{row.number}</Link>,
            },
            {
              key: 'organisation',
              header: t('cases.organisation'),
              cell: row => row.organisation ?? t('cases.noOrganisation'),
            },
            {
              key: 'scope',
              header: t('cases.scope'),
              cell: row =>
                row.isWithinScope ? (
                  <span className="text-ink-2">{t('cases.within')}</span>
                ) : (
                  <StatusTag tone="late">{t('cases.outside')}</StatusTag>
                ),
            },
          ]}
        />
      )}
      {total > 0 ? (
        <p className="mt-3">
          <Link to={`/o/${operator}/accompagnements?convention=${agreementId}`}>
            {t('cases.all', { count: total })}
          </Link>
        </p>
      ) : null}
    </Section>
  )
}
