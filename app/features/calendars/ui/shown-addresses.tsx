import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Notice } from '#app/ui/notice.tsx'
import { calendarAddresses } from '../shown-address.ts'

/** The address, shown once: brought into sight, since the button that made it may stand far below. */
export function ShownAddresses({ site, token }: { site: string; token: string }) {
  const { t } = useTranslation('calendars')
  const shown = useRef<HTMLDivElement>(null)
  useEffect(() => shown.current?.focus(), [])
  const { https, webcal } = calendarAddresses(site, token)
  return (
    <div ref={shown} tabIndex={-1} className="mb-8">
      <Notice tone="late" title={t('shownTitle')} role="status">
        <p>{t('shownHelp')}</p>
        <p className="mt-3">
          <a href={webcal}>{t('openProgram')}</a>
        </p>
        <p className="mt-3 font-semibold">{t('copy')}</p>
        <p translate="no">
          <code className="break-all select-all">{https}</code>
        </p>
      </Notice>
    </div>
  )
}
