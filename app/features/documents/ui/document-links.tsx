import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '#app/i18n/use-locale.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { documentFormats } from '../document-formats.ts'

/** The same document to print and to amend. */
export function DocumentLinks({ base }: { base: string }) {
  const { t } = useTranslation('files')
  const locale = useLocale()
  return (
    <p className="flex flex-wrap gap-3" data-noprint="">
      {documentFormats.map(format => (
        <LinkButton
          key={format}
          to={`${base}/${format}${locale === 'en' ? '?langue=en' : ''}`}
          icon={Download}
          reloadDocument
          download
        >
          {t(`formats.${format}`)}
        </LinkButton>
      ))}
    </p>
  )
}
