import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DocumentLinks } from '#app/features/documents/ui/document-links.tsx'
import { reviewYearPage } from '#app/features/expert-reviews/review-year-page.query.server.ts'
import { YearBySector, YearChoice, YearList, YearNumbers } from '#app/features/expert-reviews/ui/review-year.tsx'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

export const loader = page(reviewYearPage, {
  words: ['expertReviews', 'files', 'reports'],
  title: (t, { year }) => t('expertReviews:year.title', { year }),
})
export const meta = titled

export default function ReviewYear() {
  const { t } = useTranslation(['expertReviews', 'reports'])
  const { page } = useLoaderData<typeof loader>()
  const { base, year, years, centre, centres, all, sectors, list } = page
  const chosen = { year, centre }
  const title = t('year.title', { year })
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ to: `${base}/rapports`, label: t('reports:title') }]}
        crumbsLabel={t('year.way')}
        here={title}
        lede={centre ?? t('year.allCentres')}
      />
      <YearChoice chosen={chosen} years={years} centres={centres} />
      {all.counts.asked === 0 ? (
        <EmptyState title={t('year.emptyTitle')}>{t('year.emptyHelp')}</EmptyState>
      ) : (
        <>
          <Section title={t('year.figures')} note={t('year.definitions')}>
            <YearNumbers chosen={chosen} all={all} />
          </Section>
          <Section title={t('year.bySector')}>
            <YearBySector chosen={chosen} lines={sectors} />
          </Section>
          {list ? (
            <Section
              id="liste"
              title={[t(`year.counts.${list.count}`), list.sector && t(`sectors.${list.sector}`)]
                .filter(Boolean)
                .join(' · ')}
            >
              <YearList reviews={list.reviews} base={base} />
            </Section>
          ) : null}
          <Section title={t('year.take')} note={t('year.takeHelp')}>
            <DocumentLinks base={`${base}/secondes-lectures/${year}/fichier`} {...(centre && { search: { centre } })} />
          </Section>
        </>
      )}
    </>
  )
}
