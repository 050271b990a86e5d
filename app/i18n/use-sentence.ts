import { useTranslation } from 'react-i18next'
import type { fr } from './catalogue.ts'

/** For keys that are only known at run time, such as the name of an event: the types of the catalogues cannot follow. */
export function useSentence(namespace: keyof typeof fr): (keys: string | readonly string[], values?: object) => string {
  return useTranslation(namespace).t as never
}
