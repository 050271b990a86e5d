/** The shape of a catalogue: the same keys, any sentence. A missing translation does not compile. */
export type Words<T> = { [K in keyof T]: T[K] extends string ? string : Words<T[K]> }

export const locales = ['fr', 'en'] as const
export type Locale = (typeof locales)[number]
export const isLocale = (value: unknown): value is Locale => locales.some(locale => locale === value)
