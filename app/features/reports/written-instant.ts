import { formatDay } from '#app/i18n/formats.ts'
import type { Locale } from '#app/i18n/words.ts'
import { dayOf } from '#app/kernel/day.ts'

/** The day of an instant, in Paris, as it is read; nothing for one that has not come. */
export const writtenInstant = (instant: Date | null, locale: Locale) =>
  instant === null ? '' : formatDay(dayOf(instant), locale)
