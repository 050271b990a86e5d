import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { figureCasesPage } from '#app/features/reports/figure-cases.query.server.ts'
import { FigureCases } from '#app/features/reports/ui/figure-cases.tsx'
import { writtenInstant } from '#app/features/reports/written-instant.ts'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(figureCasesPage, {
  words: ['reports'],
  title: (t, { figure }) =>
    figure ? t('reports:cases.title', { label: figure.label }) : t('reports:cases.storiesTitle'),
})
export const meta = titled

export default function ReportCases() {
  const { t } = useTranslation('reports')
  const locale = useLocale()
  const { page } = useLoaderData<typeof loader>()
  const { edition, figure, operator } = page
  const base = `/o/${operator}/rapports`
  return (
    <>
      <PageHeader
        title={figure ? t('cases.title', { label: figure.label }) : t('cases.storiesTitle')}
        crumbs={[
          { to: base, label: t('title') },
          { to: `${base}/${edition.id}`, label: t('edition.heading', { year: edition.year, code: edition.code }) },
        ]}
        crumbsLabel={t('edition.way')}
        here={figure?.label ?? t('document.stories.title')}
        lede={t('cases.lede', { day: writtenInstant(edition.builtAt, locale) })}
      />
      <FigureCases page={page} />
    </>
  )
}
