import { useTranslation } from 'react-i18next'
import { formatDay, formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { day } from '#app/kernel/day.ts'
import type { Tone } from '#app/ui/status-tag.tsx'
import type { EngineeringSummary } from '../engineering.ts'

export const stateTones: Record<EngineeringSummary['state'], Tone> = {
  draft: 'late',
  signed: 'now',
  delivered: 'done',
  paid: 'done',
  cancelled: 'stop',
}

/** Days, dates and periods of engineerings, in the language of the page. */
export function useEngineeringWords() {
  const { t } = useTranslation('engineerings')
  const locale = useLocale()
  const dayText = (value: string | null) => {
    const known = day(value)
    return known ? formatDay(known, locale) : null
  }
  return {
    dayText,
    daysOf(held: number, ordered: number | null): string {
      const shown = formatNumber(held, locale)
      return ordered === null ? shown : t('daysOf', { held: shown, ordered: formatNumber(ordered, locale) })
    },
    periodOf({ startsOn, endsOn }: { startsOn: string | null; endsOn: string | null }): string | null {
      const [from, to] = [dayText(startsOn), dayText(endsOn)]
      if (from && to) return t('fromTo', { from, to })
      if (from) return t('from', { from })
      return to ? t('until', { to }) : null
    },
  }
}
