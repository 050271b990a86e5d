import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '#app/i18n/use-locale.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { documentFormats } from '../document-formats.ts'

/** The same document to print and to amend; `search` says of what, when the address alone does not. */
export function DocumentLinks({ base, search = {} }: { base: string; search?: Record<string, string> }) {
  const { t } = useTranslation('files')
  const locale = useLocale()
  const asked = new URLSearchParams({ ...search, ...(locale === 'en' && { langue: 'en' }) }).toString()
  return (
    <p className="flex flex-wrap gap-3" data-noprint="">
      {documentFormats.map(format => (
        <LinkButton
          key={format}
          to={`${base}/${format}${asked ? `?${asked}` : ''}`}
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
