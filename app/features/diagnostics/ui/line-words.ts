import { useTranslation } from 'react-i18next'

/** What a line of the diagnostic is called, by its code. */
export function useLineWords() {
  const { t } = useTranslation(['remarks', 'choices', 'fields'])
  const domains: Record<string, string> = t('choices:domain', { returnObjects: true })
  const parts: Record<string, string> = {
    strengths: t('fields:strengths'),
    brakes: t('fields:brakes'),
    conclusions: t('fields:conclusions'),
    needs: t('remarks:needs'),
  }
  return (code: string): string => {
    if (code.startsWith('need.')) return t('remarks:need')
    return parts[code] ?? domains[code.replace('situation.', '')] ?? code
  }
}
