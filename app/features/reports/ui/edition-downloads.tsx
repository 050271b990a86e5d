import { Download } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/ui/button.tsx'
import type { ReportFormat } from '../report-formats.ts'

/** The files of one edition. A download is a page of its own: no script stands between the press and the file. */
export function EditionDownloads({ base, formats }: { base: string; formats: readonly ReportFormat[] }) {
  const { t } = useTranslation('reports')
  return (
    <div className="flex flex-wrap gap-2.5" data-noprint="">
      {formats.map(format => (
        <LinkButton key={format} to={`${base}/${format}`} reloadDocument download icon={Download}>
          {t(`edition.formats.${format}`)}
        </LinkButton>
      ))}
    </div>
  )
}
