import { type Day, startOfDay } from '#app/kernel/day.ts'
import type { Hour } from '#app/kernel/hour.ts'

export type Locale = 'fr' | 'en'

const TAGS = { fr: 'fr-FR', en: 'en-GB' } as const

const NARROW_NO_BREAK = '\u202f'

// Building an Intl formatter costs a hundred times what using it does, and a page formats hundreds of values.
const cache = new Map<string, Intl.NumberFormat | Intl.DateTimeFormat | Intl.RelativeTimeFormat>()

function numberFormat(locale: Locale, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `n${locale}${JSON.stringify(options)}`
  const known = cache.get(key)
  if (known instanceof Intl.NumberFormat) return known
  const made = new Intl.NumberFormat(TAGS[locale], options)
  cache.set(key, made)
  return made
}

function dateFormat(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `d${locale}${JSON.stringify(options)}`
  const known = cache.get(key)
  if (known instanceof Intl.DateTimeFormat) return known
  const made = new Intl.DateTimeFormat(TAGS[locale], { ...options, timeZone: 'Europe/Paris' })
  cache.set(key, made)
  return made
}

const relative = {
  fr: new Intl.RelativeTimeFormat(TAGS.fr, { numeric: 'auto' }),
  en: new Intl.RelativeTimeFormat(TAGS.en, { numeric: 'auto' }),
} as const

// The engine of Node and that of a browser do not always carry the same data: the space before % and the minus sign are
// set here, so that a page hydrates to what the server wrote.
function typeset(written: string): string {
  return written.replace(/^-/, '\u2212').replace(/\s%$/u, `${NARROW_NO_BREAK}%`)
}

const DAY_STYLES = {
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: '2-digit', month: '2-digit', year: 'numeric' },
  month: { month: 'long', year: 'numeric' },
  weekday: { weekday: 'long', day: 'numeric', month: 'long' },
} as const

/** long: « 1er mars 2025 » · short: 01/03/2025 · month: mars 2025 · weekday: lundi 3 mars */
export function formatDay(value: Day, locale: Locale, style: keyof typeof DAY_STYLES = 'long'): string {
  const written = dateFormat(locale, DAY_STYLES[style]).format(startOfDay(value))
  return locale === 'fr' ? written.replace(/(^|\s)1 /, '$11er ') : written
}

/** « 5 mars 2025 à 14 h 05 », on the clocks of Paris. */
export function formatInstant(instant: Date, locale: Locale): string {
  const date = dateFormat(locale, DAY_STYLES.long).format(instant)
  const time = formatTime(instant)
  if (locale === 'en') return `${date} at ${time}`
  const [hour, minute] = time.split(':')
  return `${date.replace(/^1 /, '1er ')} à\u00a0${Number(hour)}\u00a0h\u00a0${minute}`
}

/** « 18:02 », on the clocks of Paris. */
export const formatTime = (instant: Date): string =>
  dateFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(instant)

/** « 14 h 30 », « 14:30 » in English. */
export function formatHour(value: Hour, locale: Locale): string {
  if (locale === 'en') return value
  const [hour, minute] = value.split(':')
  return `${Number(hour)}\u00a0h${minute === '00' ? '' : `\u00a0${minute}`}`
}

/** 1 234,5 : at most two decimals unless told. */
export function formatNumber(value: number, locale: Locale, decimals = 2): string {
  return typeset(numberFormat(locale, { maximumFractionDigits: decimals }).format(value))
}

/** 0.613 → 61,3 % */
export function formatShare(share: number, locale: Locale): string {
  return typeset(numberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share))
}

/** Cents shown only when there are some: 1 234 € and 1 234,50 €. */
export function formatEuros(cents: number, locale: Locale): string {
  const options = { style: 'currency', currency: 'EUR', trailingZeroDisplay: 'stripIfInteger' } as const
  return typeset(numberFormat(locale, options).format(cents / 100))
}

/** 1.5 → « 1,5 jour »; takes days, not quarter-days. */
export function formatDays(days: number, locale: Locale): string {
  const options = { style: 'unit', unit: 'day', unitDisplay: 'long', maximumFractionDigits: 2 } as const
  return typeset(numberFormat(locale, options).format(days))
}

/** « demain », « il y a 3 jours » */
export function relativeDays(days: number, locale: Locale): string {
  return relative[locale].format(days, 'day')
}
