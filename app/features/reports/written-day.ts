import { formatDay } from '#app/i18n/formats.ts'
import type { Locale } from '#app/i18n/words.ts'
import { day } from '#app/kernel/day.ts'

/** A stored day as it is read: « 14 janvier 2026 ». */
export function writtenDay(stored: string, locale: Locale): string {
  const value = day(stored)
  return value ? formatDay(value, locale) : stored
}
