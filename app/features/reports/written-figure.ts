import { formatEuros, formatNumber, formatShare } from '#app/i18n/formats.ts'
import type { Locale } from '#app/i18n/words.ts'
import type { FrozenFigure } from './edition-content.ts'

type Unit = FrozenFigure['unit']

/** The words of the units that have some, from the `reports` namespace. */
export type UnitWords = (unit: 'day' | 'month' | 'eur_per_day' | 'hour' | 'fte', value: string, count: number) => string

/** A value as it is read: 57 %, 12,5 jours, 1 240 €. */
export function writtenValue(value: number, unit: Unit, locale: Locale, words: UnitWords): string {
  switch (unit) {
    case 'share':
      return formatShare(value, locale)
    case 'eur':
      return formatEuros(Math.round(value * 100), locale)
    case 'eur_per_day':
      return words(unit, formatEuros(Math.round(value * 100), locale), value)
    case 'n':
      return formatNumber(value, locale, 0)
    case 'score':
      return formatNumber(value, locale, 1)
    default:
      return words(unit, formatNumber(value, locale, 1), value)
  }
}
