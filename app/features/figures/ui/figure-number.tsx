import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '#app/i18n/use-locale.ts'
import type { Figure } from '../figure.ts'
import { writtenSum, writtenValue } from './written-value.ts'

/** A figure's value towards its cases, or why there is none. */
export function FigureNumber({ figure, to }: { figure: Figure; to: string }) {
  const { t } = useTranslation(['figures', 'figuresPage'])
  const locale = useLocale()
  const { status, value, unit, code, reason } = figure
  const words =
    status === 'withheld' ? (
      <span className="text-ink-2 italic">{t('figures:withheld')}</span>
    ) : value === null ? (
      <span className="text-ink-2">{t('figures:notApplicable')}</span>
    ) : (
      <span className="font-semibold">{writtenValue(value, unit, locale, t)}</span>
    )
  const label = t(`figures:codes.${code}.label`)
  return (
    <Link to={to} className="inline-block py-1">
      {words}
      {reason ? <span className="sr-only"> ({t(`figures:reasons.${reason}`)})</span> : null}
      <span className="sr-only"> {t('figuresPage:casesOf', { label })}</span>
    </Link>
  )
}

/** What a figure is made of, and what of it is unknown; or why it is withheld. */
export function FigureBasis({ figure }: { figure: Figure }) {
  const { t } = useTranslation(['figures', 'figuresPage'])
  const locale = useLocale()
  const { reason, numerator, denominator, known, missing, unit } = figure
  if (reason) return <span className="text-ink-2">{t(`figures:reasons.${reason}`)}</span>
  const ratio =
    numerator !== null && denominator !== null
      ? t('figuresPage:ratio', {
          numerator: writtenSum(numerator, unit, locale),
          denominator: writtenSum(denominator, 'n', locale),
        })
      : null
  const unknown = missing ? t('figuresPage:missingOf', { missing, eligible: missing + (known ?? 0) }) : null
  return <span className="text-ink-2">{[ratio, unknown].filter(Boolean).join(' · ')}</span>
}
