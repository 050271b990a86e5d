import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatDay, type Locale } from '#app/i18n/formats.ts'
import { Section } from '#app/ui/section.tsx'
import { byContract, type UnsignedSheet } from '../sheet.ts'

type UnsignedSheetsProps = {
  sheets: readonly (UnsignedSheet & { to: string })[]
  locale: Locale
}

/** Sheets to put right, contract by contract: which session, and who has not signed; each leads to where she may. */
export function UnsignedSheets({ sheets, locale }: UnsignedSheetsProps) {
  const { t } = useTranslation('unsignedSheets')
  if (sheets.length === 0) return null
  return (
    <Section title={t('title', { count: sheets.length })} id="emargement" note={t('note')}>
      <ul className="space-y-5">
        {byContract(sheets).map(([contract, ...others]) => (
          <li key={contract.engineeringId}>
            <h3>{contract.title ?? t('untitled')}</h3>
            <p className="text-ink-2">{[...contract.organisations, contract.provider].filter(Boolean).join(' · ')}</p>
            <ul className="mt-1 divide-y divide-line">
              {[contract, ...others].map(({ id, to, heldOn, missing }) => (
                <li key={id} className="py-2">
                  <Link to={to} className="inline-flex min-h-11 items-center font-semibold">
                    {t('sheet', { day: formatDay(heldOn, locale) })}
                  </Link>
                  <p className="text-ink-2">{t('missing', { names: missing.join(', ') })}</p>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Section>
  )
}
