import { useTranslation } from 'react-i18next'
import { formatNumber, type Locale } from '#app/i18n/formats.ts'
import { Meter } from '#app/ui/meter.tsx'

type Days = { heldQuarters: number; orderedQuarters: number | null }

/** Days held of those ordered: the words, and the bar that says the same. */
export function MissionDays({ mission, locale }: { mission: Days; locale: Locale }) {
  const { t } = useTranslation('missions')
  const held = formatNumber(mission.heldQuarters / 4, locale)
  if (mission.orderedQuarters === null) return <p>{t('progressOnly', { held })}</p>
  const words = t('progress', { held, ordered: formatNumber(mission.orderedQuarters / 4, locale) })
  return (
    <div>
      <p>{words}</p>
      <Meter label={words} value={mission.heldQuarters} max={mission.orderedQuarters} />
    </div>
  )
}
