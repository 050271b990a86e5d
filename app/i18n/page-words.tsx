import { useMatches } from '@remix-run/react'
import i18next, { type i18n } from 'i18next'
import { type ReactNode, useRef } from 'react'
import { I18nextProvider } from 'react-i18next'
import type { Locale } from './words.ts'

type Sent = { words?: Record<string, object>; locale?: Locale }

const isSent = (data: unknown): data is Sent => typeof data === 'object' && data !== null && 'words' in data

/** Gives the page the words that its loaders sent, on the server and in the browser alike. */
export function PageWords({
  locale,
  words,
  children,
}: {
  locale: Locale
  words: Record<string, object>
  children: ReactNode
}) {
  const instance = useRef<i18n>()
  if (!instance.current || instance.current.language !== locale) instance.current = emptyInstance(locale)
  add(instance.current, locale, words)
  for (const match of useMatches())
    if (isSent(match.data) && match.data.words) add(instance.current, locale, match.data.words)
  return <I18nextProvider i18n={instance.current}>{children}</I18nextProvider>
}

function emptyInstance(locale: Locale): i18n {
  const instance = i18next.createInstance()
  instance.init({
    lng: locale,
    fallbackLng: false,
    defaultNS: 'common',
    resources: {},
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
    initAsync: false,
    // A sentence that its page did not send is a defect: the browser's tests fail on it.
    saveMissing: true,
    missingKeyHandler: (_languages, namespace, key) => console.error(`missing words: ${namespace}:${key}`),
  })
  return instance
}

function add(instance: i18n, locale: Locale, words: Record<string, object>) {
  for (const [namespace, sentences] of Object.entries(words))
    if (!instance.hasResourceBundle(locale, namespace)) instance.addResourceBundle(locale, namespace, sentences)
}
