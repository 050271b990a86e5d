import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { requestList } from '#app/features/requests/request-list.query.server.ts'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ListPages } from '#app/ui/list-pages.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { TabsNav } from '#app/ui/tabs-nav.tsx'

export const loader = page(requestList, { words: ['requests'], title: t => t('requests:list.title') })
export const meta = titled

export default function Requests() {
  const { t } = useTranslation('requests')
  const { page } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const dayWords = useDayWords()
  const base = `/o/${page.operator}/demandes`
  const reasons: Record<string, string> = t('reasons', { returnObjects: true })
  const formAction = page.isOpen ? (
    <LinkButton to={`/demande/${page.operator}`} reloadDocument>
      {t('list.seeForm')}
    </LinkButton>
  ) : page.maySet ? (
    <LinkButton to={`/o/${page.operator}/reglages/formulaire`}>{t('list.openForm')}</LinkButton>
  ) : null
  return (
    <>
      <PageHeader title={t('list.title')} action={formAction} />
      <TabsNav
        label={t('list.which')}
        tabs={(['sent', 'accepted', 'declined'] as const).map(state => ({
          to: state === 'sent' ? base : `${base}?etat=${state}`,
          label: t(`list.states.${state}`),
          current: page.state === state,
          ...(state === 'sent' && { count: page.waiting }),
        }))}
      />
      <DataTable
        caption={t(`list.captions.${page.state}`)}
        hideCaption
        rows={page.requests}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t(`list.empty.${page.state}`)}>
            {page.isOpen ? t('list.emptyHelp') : t('list.closedHelp')}
          </EmptyState>
        }
        columns={[
          {
            key: 'organisation',
            header: t('fields.organisationName'),
            rowHeader: true,
            cell: ({ id, organisationName, urgent }) => (
              <>
                <Link to={`${base}/${id}`} className="inline-block py-0.5 font-semibold">
                  {organisationName}
                </Link>
                {urgent && page.state === 'sent' ? (
                  <span className="mt-1 block">
                    <StatusTag tone="late">{t('list.urgent')}</StatusTag>
                  </span>
                ) : null}
              </>
            ),
          },
          { key: 'person', header: t('fields.personName'), cell: ({ personName }) => personName },
          { key: 'place', header: t('fields.place'), cell: ({ place }) => place ?? '' },
          { key: 'sent', header: t('list.sentOn'), short: true, cell: ({ sentOn }) => dayWords(sentOn, 'short') },
          ...(page.state === 'sent'
            ? []
            : [
                {
                  key: 'decided',
                  header: t('list.decidedOn'),
                  cell: ({ decidedOn, declineReason }: (typeof page.requests)[number]) =>
                    [dayWords(decidedOn, 'short'), declineReason && reasons[declineReason]].filter(Boolean).join(' · '),
                },
              ]),
        ]}
      />
      {page.total > page.perPage ? (
        <ListPages
          search={search}
          page={page.page}
          perPage={page.perPage}
          total={page.total}
          words={{
            label: t('list.pages'),
            previous: t('list.previous'),
            next: t('list.next'),
            summary: range => t('list.range', range),
          }}
        />
      ) : null}
    </>
  )
}
