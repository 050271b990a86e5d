import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import type { CompanyField, FieldSource } from '../company.ts'

/** Where a field comes from, and since when; nothing when nobody said. */
export function useSourceWords() {
  const { t } = useTranslation('organisations')
  const dayWords = useDayWords()
  return (sources: Readonly<Partial<Record<string, FieldSource>>>, field: CompanyField): string => {
    const known = sources[field]
    return known ? t(`company.sources.${known.source}`, { on: dayWords(known.on, 'short') }) : ''
  }
}
