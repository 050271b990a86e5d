import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { searchOf } from '#app/features/figures/figures-choice.ts'
import { figuresPage } from '#app/features/figures/figures-page.query.server.ts'
import { type CasesLink, CellTables, FigureTables } from '#app/features/figures/ui/figure-tables.tsx'
import { FiguresFilter } from '#app/features/figures/ui/figures-filter.tsx'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { formatDay } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(figuresPage, { words: ['figures', 'figuresPage'], title: t => t('figuresPage:title') })
export const meta = titled

export default function Figures() {
  const { t } = useTranslation(['figures', 'figuresPage'])
  const locale = useLocale()
  const { base, typed, errors, agreements, set } = useLoaderData<typeof loader>().page
  const casesLink: CasesLink = (code, cell) => {
    const search = searchOf(typed)
    if (cell) search.set(cell.key === null ? 'inconnu' : 'cle', cell.key ?? '1')
    return `${base}/rapports/chiffres/${code}?${search}`
  }
  return (
    <>
      <PageHeader
        title={t('figuresPage:title')}
        crumbs={[{ to: `${base}/rapports`, label: t('figuresPage:toReports') }]}
        here={t('figuresPage:title')}
        crumbsLabel={t('figuresPage:cases.way')}
        lede={t('figuresPage:lede')}
      />
      <FiguresFilter typed={typed} errors={errors} agreements={agreements} />
      {set ? (
        <>
          <p className="mb-6 font-semibold">
            {t('figuresPage:period', {
              from: formatDay(set.ask.period.from, locale),
              to: formatDay(set.ask.period.to, locale),
            })}
          </p>
          {set.ask.agreement ? (
            <div className="mb-8">
              <Notice>
                {t(set.ask.audience === 'funder' ? 'figuresPage:asFunder' : 'figuresPage:ofAgreement', {
                  agreement: set.ask.agreement.code,
                })}
              </Notice>
            </div>
          ) : null}
          {set.ask.dimension ? (
            <CellTables set={set} dimension={set.ask.dimension} casesLink={casesLink} />
          ) : (
            <FigureTables figures={set.figures} casesLink={casesLink} />
          )}
          <p className="text-[0.9375rem] text-ink-2">
            {t('figuresPage:notApplicableHelp')} {set.ask.dimension ? t('figuresPage:sumMayExceed') : null}
          </p>
        </>
      ) : null}
    </>
  )
}
