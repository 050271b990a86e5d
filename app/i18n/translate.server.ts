import i18next, { type i18n } from 'i18next'
import { parseIssue } from '#app/kernel/issue.ts'
import { catalogues, type Namespace } from './catalogue.ts'
import type { Locale } from './words.ts'

const instances = new Map<Locale, i18n>()

/** The whole catalogue in one language, for pages rendered here, mails and documents. */
export function wordsIn(locale: Locale): i18n {
  const known = instances.get(locale)
  if (known) return known
  const instance = i18next.createInstance()
  instance.init({
    lng: locale,
    fallbackLng: false,
    defaultNS: 'common',
    ns: Object.keys(catalogues.fr),
    resources: { [locale]: catalogues[locale] },
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  instances.set(locale, instance)
  return instance
}

/** Only the sentences that a route shows travel to the browser. */
export function wordsFor(locale: Locale, namespaces: readonly Namespace[]): Record<string, object> {
  return Object.fromEntries(namespaces.map(namespace => [namespace, catalogues[locale][namespace]]))
}

/** The sentence of a field's refusal: `input.too-long|max=200`. */
export function issueSentence(locale: Locale, message: string): string {
  const { key, params } = parseIssue(message)
  return looseT(locale)(`input:${key.replace('input.', '')}`, params)
}

/** The sentence of a use case's refusal. */
export function failureSentence(
  locale: Locale,
  tag: string,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return looseT(locale)(`failures:${tag}`, params)
}

function looseT(locale: Locale): (key: string, params: Readonly<Record<string, string | number>>) => string {
  const instance = wordsIn(locale)
  return (key, params) => {
    if (!instance.exists(key)) return instance.t('common:errors.unexpectedTitle')
    // Tags come from rules at run time; the guard test checks that each has its sentence.
    const translate: (key: string, params: object) => string = instance.t.bind(instance) as never
    return translate(key, params)
  }
}
