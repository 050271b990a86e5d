import { useTranslation } from 'react-i18next'
import { formatNumber } from '#app/i18n/formats.ts'
import type { Locale } from '#app/i18n/words.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import type { FrozenFigure } from '../edition-content.ts'
import { type FigureLink, FigureValue } from './figure-value.tsx'

type Props = {
  title: string
  figures: readonly FrozenFigure[]
  locale: Locale
  linkOf?: (code: string) => FigureLink
}

/** The figures of one theme, each with what it is made of and its definition. */
export function FiguresTable({ title, figures, locale, linkOf }: Props) {
  const { t } = useTranslation('reports')
  return (
    <DataTable
      caption={title}
      rows={figures}
      rowKey={figure => figure.code}
      columns={[
        {
          key: 'label',
          header: t('document.figures.figure'),
          rowHeader: true,
          cell: figure => (
            // As wide in each theme, so that the columns of all of them are under each other.
            <div className="sm:w-[27rem]">
              {figure.label}
              <p className="text-[0.9375rem] font-normal text-ink-2">
                {figure.definition}{' '}
                <span className="text-sm">({t('document.figures.version', { version: figure.version })})</span>
              </p>
            </div>
          ),
        },
        {
          key: 'basis',
          header: t('document.figures.basis'),
          cell: figure => <Basis figure={figure} locale={locale} />,
        },
        {
          key: 'value',
          header: t('document.figures.value'),
          numeric: true,
          short: true,
          cell: figure => (
            <FigureValue figure={figure} locale={locale} {...(linkOf && { link: linkOf(figure.code) })} />
          ),
        },
      ]}
    />
  )
}

function Basis({ figure, locale }: { figure: FrozenFigure; locale: Locale }) {
  const { t } = useTranslation('reports')
  const { status, reason, numerator, denominator, known, missing } = figure
  if (status === 'withheld')
    return <span className="text-ink-2">{t('document.figures.withheldBecause', { reason: reason ?? '' })}</span>
  const number = (value: number) => formatNumber(value, locale, 1)
  const parts = [
    numerator !== null && denominator !== null
      ? t('document.figures.ratio', { numerator: number(numerator), denominator: number(denominator) })
      : null,
    known !== null && missing !== null && missing > 0
      ? t('document.figures.known', { known: number(known), total: number(known + missing) })
      : null,
  ].filter(part => part !== null)
  return <span className="text-ink-2">{parts.join(' · ')}</span>
}
