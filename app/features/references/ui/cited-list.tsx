import { useTranslation } from 'react-i18next'
import type { CitedReference } from '../reference.ts'

/** « La Ruche · culture · Loiret · 2026 : Modèle économique », or « Une structure · culture · Loiret · 2026 ». */
export function useReferenceWords() {
  const { t } = useTranslation('references')
  return ({ organisation, sector, place, year, title }: Omit<CitedReference, 'id' | 'providerId'>) =>
    [[organisation ?? t('unnamed'), sector, place, year].filter(Boolean).join(' · '), title]
      .filter(Boolean)
      .join(t('about'))
}

/** The finished missions that a provider may show. */
export function CitedList({ references }: { references: readonly CitedReference[] }) {
  const { t } = useTranslation('references')
  const words = useReferenceWords()
  if (references.length === 0) return <p className="text-ink-2">{t('none')}</p>
  return (
    <ul className="divide-y divide-line">
      {references.map(reference => (
        <li key={reference.id} className="py-2">
          {words(reference)}
        </li>
      ))}
    </ul>
  )
}
