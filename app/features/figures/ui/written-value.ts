import type { TFunction } from 'i18next'
import { formatEuros, formatNumber, formatShare } from '#app/i18n/formats.ts'
import type { Locale } from '#app/i18n/words.ts'
import type { Unit } from '../catalogue.ts'

/** A value as it is read: 57,3 %, 12,5 jours, 1 240 € par jour. */
export function writtenValue(value: number, unit: Unit, locale: Locale, t: TFunction<['figures']>): string {
  switch (unit) {
    case 'n':
      return formatNumber(value, locale, 2)
    case 'share':
      return formatShare(value, locale)
    case 'eur':
      return formatEuros(Math.round(value * 100), locale)
    case 'eur_per_day':
      return t('units.eur_per_day', { value: formatEuros(Math.round(value * 100), locale) })
    case 'score':
      return formatNumber(value, locale, 1)
    case 'month':
      return t('units.month', { value: formatNumber(value, locale, 1) })
    case 'fte':
      return t('units.fte', { value: formatNumber(value, locale, 1) })
    default:
      return t(`units.${unit}`, { value: formatNumber(value, locale, 2), count: Math.abs(value) })
  }
}

/** What a sum is counted in: the numerator of a mean of days is days, its denominator is organisations. */
export function writtenSum(value: number, unit: Unit, locale: Locale): string {
  return unit === 'eur' || unit === 'eur_per_day'
    ? formatEuros(Math.round(value * 100), locale)
    : formatNumber(value, locale, 2)
}
