import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { mergeOrganisations } from '#app/features/organisations/merge-organisations.command.server.ts'
import { mergePage } from '#app/features/organisations/merge-page.query.server.ts'
import { departmentName } from '#app/features/organisations/place.ts'
import { MergePreview } from '#app/features/organisations/ui/merge-preview.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { TextField } from '#app/ui/field.tsx'
import { FilterBar } from '#app/ui/filter-bar.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(mergePage, {
  words: ['organisations', 'choices', 'fields', 'cases'],
  title: (t, { kept }) => t('organisations:merge.title', { name: kept.name }),
})
export const meta = titled

export const action = act({
  merge: on(mergeOrganisations, {
    done: ({ id }, { params }) => ({ to: `/o/${params.operator}/structures/${id}`, toast: { key: 'saved' } }),
  }),
})

export default function MergeOrganisations() {
  const { t } = useTranslation('organisations')
  const { page, formKey } = useLoaderData<typeof loader>()
  const { base, kept, other, found, text } = page
  return (
    <>
      <PageHeader
        title={t('merge.title', { name: kept.name })}
        crumbs={[
          { to: base, label: t('page.list') },
          { to: `${base}/${kept.id}`, label: kept.name },
        ]}
        crumbsLabel={t('page.way')}
      />
      {page.isDone ? <Notice tone="late" title={t('merge.done')} /> : null}
      {other && !page.isDone ? (
        <MergePreview formKey={formKey} base={base} kept={kept} other={other} key={`${kept.id}${other.id}`} />
      ) : null}
      {other || page.isDone ? null : (
        <>
          <p className="mb-4 max-w-3xl">{t('merge.help')}</p>
          <FilterBar
            key={text}
            label={t('list.search')}
            submitLabel={t('list.submit')}
            result={t('list.result', { count: found.length })}
            active={text ? [{ label: text, removeTo: '?', removeLabel: t('list.remove', { filter: text }) }] : []}
            activeLabel={t('list.active')}
          >
            <TextField name="texte" type="search" label={t('list.text')} defaultValue={text ?? ''} />
          </FilterBar>
          {found.length === 0 ? <p className="text-ink-2">{t(text ? 'list.emptyTitle' : 'merge.none')}</p> : null}
          <ul className="divide-y divide-line">
            {found.map(({ id, name, number, department }) => (
              <li key={id} className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1 py-3">
                <div>
                  <Link to={`?autre=${id}`} className="inline-block py-1 font-semibold">
                    {name}
                  </Link>
                  <p className="text-ink-2">
                    {[number ?? t('list.none'), department && departmentName(department)].filter(Boolean).join(' · ')}
                  </p>
                </div>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}
