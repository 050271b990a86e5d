import { useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { formatDay, type Locale } from '#app/i18n/formats.ts'
import type { Day } from '#app/kernel/day.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** While the demonstration is on its way: where it is. The page reads itself again until it has arrived. */
export function Journey({
  today,
  destination,
  here,
  locale,
}: {
  today: Day
  destination: Day
  here: string
  locale: Locale
}) {
  const { t } = useTranslation('settings')
  const { revalidate, state } = useRevalidator()
  useEffect(() => {
    if (state !== 'idle') return
    const timer = setTimeout(revalidate, 1_000)
    return () => clearTimeout(timer)
  }, [revalidate, state])
  return (
    <Notice
      tone="now"
      role="status"
      title={t('calendar.underWay', { to: formatDay(destination, locale) })}
      action={
        <LinkButton to={here} reloadDocument>
          {t('calendar.refresh')}
        </LinkButton>
      }
    >
      {t('calendar.underWayHelp', { today: formatDay(today, locale) })}
    </Notice>
  )
}
