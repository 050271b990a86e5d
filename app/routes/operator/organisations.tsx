import { Link, useLoaderData, useParams, useSearchParams } from '@remix-run/react'
import { Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { organisationList } from '#app/features/organisations/organisation-list.query.server.ts'
import { departmentName } from '#app/features/organisations/place.ts'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DataTable } from '#app/ui/data-table.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { TextField } from '#app/ui/field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { ListPages } from '#app/ui/list-pages.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(organisationList, {
  words: ['organisations', 'choices', 'fields'],
  title: t => t('organisations:list.title'),
})
export const meta = titled

export default function Organisations() {
  const { t } = useTranslation(['organisations', 'choices', 'fields'])
  const { page } = useLoaderData<typeof loader>()
  const { operator } = useParams()
  const [search] = useSearchParams()
  const base = `/o/${operator}/structures`
  const legalForms: Record<string, string> = t('choices:legalForm', { returnObjects: true })
  const create = (
    <LinkButton
      to={`${base}/nouvelle${page.text ? `?nom=${encodeURIComponent(page.text)}` : ''}`}
      variant="primary"
      icon={Plus}
    >
      {t('list.create')}
    </LinkButton>
  )
  if (page.total === 0 && !page.text)
    return (
      <>
        <PageHeader title={t('list.title')} />
        <EmptyState title={t('list.noneTitle')} action={create}>
          {t('list.noneHelp')}
        </EmptyState>
      </>
    )
  return (
    <>
      <PageHeader title={t('list.title')} action={create} />
      <FilterBar
        key={page.text}
        label={t('list.search')}
        submitLabel={t('list.submit')}
        result={t('list.result', { count: page.total })}
        active={
          page.text ? [{ label: page.text, removeTo: '?', removeLabel: t('list.remove', { filter: page.text }) }] : []
        }
        activeLabel={t('list.active')}
      >
        <TextField name="texte" type="search" label={t('list.text')} defaultValue={page.text ?? ''} />
      </FilterBar>
      <DataTable
        caption={t('list.caption')}
        hideCaption
        rows={page.organisations}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t('list.emptyTitle')} action={create}>
            {t('list.empty')}
          </EmptyState>
        }
        columns={[
          {
            key: 'name',
            header: t('fields:name'),
            rowHeader: true,
            cell: ({ id, name }) => (
              <Link to={`${base}/${id}`} className="inline-block py-0.5 font-semibold">
                {name}
              </Link>
            ),
          },
          {
            key: 'identifiers',
            header: t('list.identifiers'),
            cell: ({ siret, rna, siretDraft, rnaDraft }) =>
              siret ??
              rna ??
              (siretDraft || rnaDraft ? `${siretDraft ?? rnaDraft} (${t('list.toCheck')})` : t('list.none')),
          },
          {
            key: 'form',
            header: t('fields:legalForm'),
            cell: ({ legalForm, sector }) => [legalForm && legalForms[legalForm], sector].filter(Boolean).join(' · '),
          },
          {
            key: 'department',
            header: t('fields:department'),
            cell: ({ department }) => (department ? departmentName(department) : ''),
          },
          { key: 'cases', header: t('list.cases'), numeric: true, cell: ({ cases }) => cases },
        ]}
      />
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
    </>
  )
}
