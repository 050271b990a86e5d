import { useTranslation } from 'react-i18next'
import type { Locale } from '#app/i18n/words.ts'
import type { FrozenFigure } from '../edition-content.ts'
import { writtenValue } from '../written-figure.ts'

/** Writes a value of an edition in the words of the page, in the formats of the edition's language. */
export function useWritten(locale: Locale): (value: number, unit: FrozenFigure['unit']) => string {
  const { t } = useTranslation('reports')
  return (value, unit) =>
    writtenValue(value, unit, locale, (word, written, count) => t(`document.units.${word}`, { value: written, count }))
}
