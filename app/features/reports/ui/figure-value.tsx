import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Locale } from '#app/i18n/words.ts'
import type { FrozenFigure } from '../edition-content.ts'
import { useWritten } from './use-written.ts'

/** Where a figure leads, and how that is said of it. */
export type FigureLink = { to: string; name: (label: string) => string }

type Shown = Pick<FrozenFigure, 'label' | 'unit' | 'value' | 'status' | 'reason'>

/** A value, or why there is none. With a link, it leads to its cases or, for a funder, to what it is made of. */
export function FigureValue({ figure, locale, link }: { figure: Shown; locale: Locale; link?: FigureLink }) {
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
  if (!link) return words
  return (
    <Link to={link.to}>
      {words}
      <span className="sr-only"> {link.name(label)}</span>
    </Link>
  )
}
