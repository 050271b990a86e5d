import { Paperclip } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { formatNumber } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Icon } from '#app/ui/icon.tsx'
import type { ShownFile } from '../file-about.ts'

/** « 240 ko », « 2,4 Mo ». */
function useSizeWords() {
  const { t } = useTranslation('files')
  const locale = useLocale()
  return (size: number) =>
    size < 1_000_000
      ? t('kilobytes', { size: formatNumber(Math.max(1, Math.round(size / 1000)), locale) })
      : t('megabytes', { size: formatNumber(Math.round(size / 100_000) / 10, locale) })
}

/** A file that is taken to the disk under its own name. */
export function FileLink({ file, href }: { file: Pick<ShownFile, 'name' | 'size'>; href: string }) {
  const sizeWords = useSizeWords()
  return (
    <span className="inline-flex max-w-full items-start gap-1.5">
      <Icon of={Paperclip} className="mt-1 text-ink-2" />
      <span className="min-w-0 wrap-anywhere">
        <a href={href} download>
          {file.name}
        </a>{' '}
        <span className="whitespace-nowrap text-ink-2">({sizeWords(file.size)})</span>
      </span>
    </span>
  )
}
