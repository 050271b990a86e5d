declare const brand: unique symbol

/** What a clock in Paris shows, `HH:MM`; two of them compare as strings. */
export type Hour = string & { readonly [brand]: 'Hour' }

/** Reads `14:30`, as an hour field sends it, and what people write: `14h30`, `9 h`, `9h05`; null for any other. */
export function hour(value: unknown): Hour | null {
  if (typeof value !== 'string') return null
  const match = /^([0-9]{1,2})\s?(?::|[hH])\s?([0-9]{2})?(?::00)?$/.exec(value)
  if (!match || (value.includes(':') && !match[2])) return null
  const [hours, minutes] = [Number(match[1]), Number(match[2] ?? '0')]
  if (hours > 23 || minutes > 59) return null
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}` as Hour
}
