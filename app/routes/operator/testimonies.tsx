import { useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { addTestimony } from '#app/features/testimonies/add-testimony.command.server.ts'
import { giveConsent } from '#app/features/testimonies/give-consent.command.server.ts'
import { testimonyListPage } from '#app/features/testimonies/testimony-list.query.server.ts'
import { AddTestimonyForm } from '#app/features/testimonies/ui/add-testimony-form.tsx'
import { TestimonyCard } from '#app/features/testimonies/ui/testimony-card.tsx'
import { TestimonyFilters } from '#app/features/testimonies/ui/testimony-filters.tsx'
import { withdrawConsent } from '#app/features/testimonies/withdraw-consent.command.server.ts'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { ListPages } from '#app/ui/list-pages.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(testimonyListPage, { words: ['testimonies'], title: t => t('testimonies:title') })
const back = (key: string) => ({
  done: (_value: unknown, { params }: { params: { operator?: string } }) => ({
    to: `/o/${params.operator}/temoignages`,
    toast: { key },
  }),
})
export const action = act({
  add: on(addTestimony, back('testimonyAdded')),
  consent: on(giveConsent, back('consentGiven')),
  withdraw: on(withdrawConsent, back('consentWithdrawn')),
})
export const meta = titled

export default function Testimonies() {
  const { t } = useTranslation('testimonies')
  const { page, formKey } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const { testimonies, total, filters, operator, today } = page
  const isFiltered = filters.audience !== null || filters.numero !== null
  return (
    <>
      <PageHeader
        title={t('title')}
        lede={t('lede')}
        action={
          <LinkButton to="#ajouter" variant="primary">
            {t('add.title')}
          </LinkButton>
        }
      />
      <TestimonyFilters filters={filters} count={total} />
      {testimonies.length === 0 ? (
        <div className="mb-9">
          <EmptyState title={t(isFiltered ? 'emptyFiltered' : 'empty')}>
            {t(isFiltered ? 'emptyFilteredHelp' : 'emptyHelp')}
          </EmptyState>
        </div>
      ) : (
        <ul className="max-w-[54rem]">
          {testimonies.map(testimony => (
            <TestimonyCard key={testimony.id} testimony={testimony} page={{ operator, today, formKey }} />
          ))}
        </ul>
      )}
      <ListPages
        search={search}
        page={page.page}
        perPage={page.perPage}
        total={total}
        words={{
          label: t('pages.label'),
          previous: t('pages.previous'),
          next: t('pages.next'),
          summary: range => t('pages.range', range),
        }}
      />
      <div className="mt-9">
        <AddTestimonyForm formKey={formKey} today={today} number={filters.numero} />
      </div>
    </>
  )
}
