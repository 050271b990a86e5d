import { useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { cellLabel } from '#app/features/figures/cell-label.ts'
import { figureCases } from '#app/features/figures/figure-cases.query.server.ts'
import { searchOf } from '#app/features/figures/figures-choice.ts'
import { FigureCaseTable } from '#app/features/figures/ui/figure-case-table.tsx'
import { FigureBasis } from '#app/features/figures/ui/figure-number.tsx'
import { writtenValue } from '#app/features/figures/ui/written-value.ts'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { formatDay } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Definition } from '#app/ui/definition.tsx'
import { KeyFigures } from '#app/ui/key-figures.tsx'
import { ListPages } from '#app/ui/list-pages.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(figureCases, {
  words: ['figures', 'figuresPage'],
  title: (t, { code }) => t(`figures:codes.${code}.label`),
})
export const meta = titled

export default function FigureCasesPage() {
  const { t } = useTranslation(['figures', 'figuresPage'])
  const locale = useLocale()
  const [search] = useSearchParams()
  const { page } = useLoaderData<typeof loader>()
  const { base, ask, code, cell, figure, list } = page
  const label = t(`figures:codes.${code}.label`)
  const where =
    cell && ask.dimension ? cellLabel(ask.dimension, cell, t('figures:keys', { returnObjects: true })) : null
  const value = figure && figure.value !== null ? writtenValue(figure.value, figure.unit, locale, t) : null
  return (
    <>
      <PageHeader
        title={label}
        crumbs={[{ to: `${base}/rapports/chiffres?${searchOf(page.typed)}`, label: t('figuresPage:title') }]}
        here={label}
        crumbsLabel={t('figuresPage:cases.way')}
        meta={[
          t('figuresPage:period', {
            from: formatDay(ask.period.from, locale),
            to: formatDay(ask.period.to, locale),
          }),
          ...(ask.agreement ? [ask.agreement.code] : []),
          ...(where ? [where] : []),
        ]}
      />
      <div className="max-w-[54rem] space-y-7">
        {figure?.reason ? (
          <Notice>{t('figuresPage:cases.masked', { reason: t(`figures:reasons.${figure.reason}`) })}</Notice>
        ) : figure ? (
          <KeyFigures
            figures={[{ label, value: value ?? t('figures:notApplicable'), detail: <FigureBasis figure={figure} /> }]}
          />
        ) : null}
        <Definition term={label}>
          {t(`figures:codes.${code}.definition`)} {page.kind === 'median' ? t('figuresPage:cases.medianNote') : null}
        </Definition>
        <FigureCaseTable
          list={list}
          base={base}
          isMedian={page.kind === 'median'}
          hasDenominator={list.denominator !== null}
        />
        <ListPages
          search={search}
          page={page.page}
          perPage={page.perPage}
          total={list.count}
          words={{
            label: t('figuresPage:cases.pages'),
            previous: t('figuresPage:cases.previous'),
            next: t('figuresPage:cases.next'),
            summary: range => t('figuresPage:cases.range', range),
          }}
        />
      </div>
    </>
  )
}
