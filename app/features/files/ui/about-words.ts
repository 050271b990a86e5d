import { useTranslation } from 'react-i18next'
import type { Label } from '#app/features/programmes/questions.ts'
import { useLocale } from '#app/i18n/use-locale.ts'

/** What a file sheds light on, in words: a domain, or the question of a step (by `question.<code>`); nothing for the case as a whole. */
export function useAboutWords(questions: Readonly<Record<string, Label>> = {}) {
  const { t } = useTranslation(['files', 'choices'])
  const locale = useLocale()
  const domains: Record<string, string> = t('choices:domain', { returnObjects: true })
  return (about: string | null): string => {
    const asked = questions[about ?? '']
    if (asked) return asked[locale]
    const domain = about?.replace('diagnostic.', '')
    return domain ? t('files:diagnosticOf', { domain: domains[domain] ?? domain }) : ''
  }
}
