import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatDay, type Locale } from '#app/i18n/formats.ts'
import { Section } from '#app/ui/section.tsx'
import type { UnsignedSheet } from '../sheet.ts'

type UnsignedSheetsProps = {
  sheets: readonly (UnsignedSheet & { to: string })[]
  locale: Locale
}

/** Sheets to put right: which session, and who has not signed; each leads to where she may. */
export function UnsignedSheets({ sheets, locale }: UnsignedSheetsProps) {
  const { t } = useTranslation('unsignedSheets')
  if (sheets.length === 0) return null
  return (
    <Section title={t('title', { count: sheets.length })} id="emargement" note={t('note')}>
      <ul className="divide-y divide-line">
        {sheets.map(({ id, to, heldOn, title, missing }) => (
          <li key={id} className="py-2">
            <Link to={to} className="inline-flex min-h-11 items-center font-semibold">
              {t('sheet', { title: title ?? t('untitled'), day: formatDay(heldOn, locale) })}
            </Link>
            <p className="text-ink-2">{t('missing', { names: missing.join(', ') })}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
