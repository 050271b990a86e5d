import { useTranslation } from 'react-i18next'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { ListingState } from '../listing.ts'

const tones = { unlisted: 'neutral', active: 'done', stale: 'late', inactive: 'stop' } as const

/** What a provider's sheet is worth today. */
export function ListingTag({ state }: { state: ListingState }) {
  const { t } = useTranslation('providers')
  return <StatusTag tone={tones[state]}>{t(`listing.states.${state}`)}</StatusTag>
}
