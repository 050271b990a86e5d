import { Link, useLoaderData, useParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { mailboxPage } from '#app/features/messages/mailbox-page.query.server.ts'
import { Address } from '#app/features/messages/ui/send-table.tsx'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { formatInstant } from '#app/i18n/formats.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Pagination } from '#app/ui/pagination.tsx'

export const loader = page(mailboxPage, { words: ['settings'], title: t => t('settings:mailbox.title') })
export const meta = titled

export default function Mailbox() {
  const { page, locale } = useLoaderData<typeof loader>()
  const { t } = useTranslation('settings')
  const { operator } = useParams()
  return (
    <>
      <PageHeader
        title={t('mailbox.title')}
        crumbs={[{ to: `/o/${operator}/reglages`, label: t('title') }]}
        crumbsLabel={t('way')}
        lede={t('mailbox.help')}
        meta={[t('mailbox.count', { count: page.count })]}
      />
      <DataTable
        caption={t('mailbox.caption')}
        hideCaption
        rows={page.lines}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t('mailbox.empty')}>{t('mailbox.emptyHelp')}</EmptyState>}
        columns={[
          {
            key: 'subject',
            header: t('mailbox.subject'),
            rowHeader: true,
            cell: ({ id, subject }) => <Link to={id}>{subject}</Link>,
          },
          { key: 'recipient', header: t('mailbox.recipient'), cell: line => <Address>{line.recipient}</Address> },
          { key: 'at', header: t('mailbox.at'), short: true, cell: ({ at }) => formatInstant(new Date(at), locale) },
        ]}
      />
      <Pagination
        label={t('mailbox.pages')}
        previous={page.page > 1 ? { to: `?page=${page.page - 1}`, label: t('mailbox.previous') } : undefined}
        next={page.hasMore ? { to: `?page=${page.page + 1}`, label: t('mailbox.next') } : undefined}
      />
    </>
  )
}
