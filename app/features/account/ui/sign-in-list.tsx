import { useTranslation } from 'react-i18next'
import { formatInstant } from '#app/i18n/formats.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { EndSignInForm } from './account-forms.tsx'

export type ListedSignIn = {
  id: string
  browser: string | null
  system: string | null
  address: string
  openedAt: string
  usedAt: string
  isThisOne: boolean
}

/** Where she is signed in, each with what ends it. */
export function SignInList({ signIns, formKey }: { signIns: readonly ListedSignIn[]; formKey: string }) {
  const { t, i18n } = useTranslation('account')
  const locale = i18n.language === 'en' ? 'en' : 'fr'
  const device = (row: ListedSignIn) =>
    [row.browser, row.system].filter(Boolean).join(', ') || t('signIns.unknownDevice')
  return (
    <DataTable
      caption={t('signIns.caption')}
      hideCaption
      rows={signIns}
      rowKey={row => row.id}
      columns={[
        {
          key: 'where',
          header: t('signIns.where'),
          rowHeader: true,
          cell: row => (
            <span className="flex flex-wrap items-center gap-2">
              {device(row)}
              {row.isThisOne ? <StatusTag tone="now">{t('signIns.thisOne')}</StatusTag> : null}
            </span>
          ),
        },
        { key: 'address', header: t('signIns.address'), cell: row => row.address },
        { key: 'opened', header: t('signIns.opened'), cell: row => formatInstant(new Date(row.openedAt), locale) },
        { key: 'used', header: t('signIns.used'), cell: row => formatInstant(new Date(row.usedAt), locale) },
        {
          key: 'end',
          header: t('signIns.end'),
          hideHeader: true,
          cell: row =>
            row.isThisOne ? null : <EndSignInForm formKey={formKey} signInId={row.id} device={device(row)} />,
        },
      ]}
    />
  )
}
