import { useTranslation } from 'react-i18next'

/** What a file sheds light on, in words; nothing for the case as a whole. */
export function useAboutWords() {
  const { t } = useTranslation(['files', 'choices'])
  const domains: Record<string, string> = t('choices:domain', { returnObjects: true })
  return (about: string | null): string => {
    const domain = about?.replace('diagnostic.', '')
    return domain ? t('files:diagnosticOf', { domain: domains[domain] ?? domain }) : ''
  }
}
