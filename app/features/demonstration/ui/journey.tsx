import { useRevalidator } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useReadAgain } from '#app/http/read-again.ts'
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
  useReadAgain(useRevalidator(), 1_000)
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
