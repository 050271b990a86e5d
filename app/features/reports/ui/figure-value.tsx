import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Locale } from '#app/i18n/words.ts'
import type { FrozenFigure } from '../edition-content.ts'
import { useWritten } from './use-written.ts'

type Shown = Pick<FrozenFigure, 'label' | 'unit' | 'value' | 'status' | 'reason'>

/** A value, or why there is none. With `to`, it leads to its cases. */
export function FigureValue({ figure, locale, to }: { figure: Shown; locale: Locale; to?: string }) {
  const { t } = useTranslation('reports')
  const written = useWritten(locale)
  const { label, unit, value, status, reason } = figure
  const words =
    status === 'withheld' ? (
      <span className="text-ink-2 italic">
        {t('document.figures.withheld')}
        <span className="sr-only"> ({reason})</span>
      </span>
    ) : value === null ? (
      <span className="text-ink-2">{t('document.figures.notApplicable')}</span>
    ) : (
      <span className="font-semibold">{written(value, unit)}</span>
    )
  if (!to) return words
  return (
    <Link to={to}>
      {words}
      <span className="sr-only"> {t('document.figures.cases', { label })}</span>
    </Link>
  )
}
