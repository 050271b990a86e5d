import { Link, useLoaderData } from '@remix-run/react'
import { MessageCircleQuestion } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { inviteNetwork } from '#app/features/network-readers/invite-network.command.server.ts'
import { revokeNetwork } from '#app/features/network-readers/revoke-network.command.server.ts'
import { NetworkReaders } from '#app/features/network-readers/ui/network-readers.tsx'
import { reportListPage } from '#app/features/reports/report-list.query.server.ts'
import { requestEdition } from '#app/features/reports/request-edition.command.server.ts'
import { EditionStateTag } from '#app/features/reports/ui/edition-state.tsx'
import { RequestForm } from '#app/features/reports/ui/request-form.tsx'
import { writtenInstant } from '#app/features/reports/written-instant.ts'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

export const loader = page(reportListPage, {
  words: ['networkReaders', 'reports'],
  title: t => t('reports:title'),
  input: () => ({}),
})
export const action = act({
  request: on(requestEdition, {
    done: ({ editionId }, { params }) => ({
      to: `/o/${params.operator}/rapports/${editionId}`,
      toast: { key: 'editionRequested' },
    }),
  }),
  'invite-network': on(inviteNetwork, {
    done: ({ email }, { params }) => ({
      to: `/o/${params.operator}/rapports`,
      toast: { key: 'invited', params: { email } },
    }),
  }),
  'revoke-network': on(revokeNetwork, {
    done: ({ name }, { params }) => ({
      to: `/o/${params.operator}/rapports`,
      toast: { key: 'memberLeft', params: { name } },
    }),
  }),
})
export const meta = titled

export default function Reports() {
  const { t } = useTranslation('reports')
  const { t: words } = useTranslation('networkReaders')
  const locale = useLocale()
  const { page, formKey } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHeader
        title={t('title')}
        lede={t('lede')}
        action={
          <div className="flex flex-wrap gap-2">
            <LinkButton to="chiffres">{t('figures')}</LinkButton>
            <LinkButton to="../suivis" relative="path">
              {t('followUps')}
            </LinkButton>
            <LinkButton to="../secondes-lectures" relative="path">
              {t('secondReadings')}
            </LinkButton>
            {page.readsANetwork ? <LinkButton to="/reseau">{words('departments')}</LinkButton> : null}
          </div>
        }
      />
      <Section title={t('list.caption')}>
        <DataTable
          caption={t('list.caption')}
          hideCaption
          rows={page.editions}
          rowKey={row => row.id}
          empty={
            <EmptyState title={t('list.empty')} level={3}>
              {t('list.emptyHelp')}
            </EmptyState>
          }
          columns={[
            {
              key: 'code',
              header: t('list.agreement'),
              rowHeader: true,
              cell: row => (
                <Link to={row.id}>{t('list.named', { code: row.code, year: row.year, edition: row.edition })}</Link>
              ),
            },
            { key: 'funder', header: t('list.funder'), cell: row => row.funder },
            {
              key: 'builtAt',
              header: t('list.builtAt'),
              short: true,
              cell: row => writtenInstant(row.builtAt, locale),
            },
            {
              key: 'state',
              header: t('list.state'),
              cell: row => (
                <span className="flex flex-wrap gap-2">
                  <EditionStateTag state={row.state} />
                  {row.questions > 0 ? (
                    <StatusTag tone="late" icon={MessageCircleQuestion}>
                      {t('list.questions', { count: row.questions })}
                    </StatusTag>
                  ) : null}
                </span>
              ),
            },
          ]}
        />
      </Section>
      <RequestForm formKey={formKey} agreements={page.agreements} operator={page.operator} today={page.today} />
      <NetworkReaders readers={page.networkReaders} canManage={page.canManage} formKey={formKey} />
    </>
  )
}
