import { useTranslation } from 'react-i18next'
import { CommandForm } from '#app/http/form.tsx'
import { formatInstant, type Locale } from '#app/i18n/formats.ts'
import { Button } from '#app/ui/button.tsx'
import { Hidden } from '#app/ui/field.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import { noticeParams, noticeWords } from '../notice-words.ts'

export type ShownNotification = { id: string; kind: string; data: Record<string, string>; at: string; isRead: boolean }

type NotificationListProps = { notifications: readonly ShownNotification[]; formKey: string; locale: Locale }

/** Each leads to what it is about; opening it marks it read, so it is a form. */
export function NotificationList({ notifications, formKey, locale }: NotificationListProps) {
  const { t } = useTranslation('notifications')
  return (
    <ol aria-label={t('list')} className="divide-y divide-line border-y border-line">
      {notifications.map(({ id, kind, data, at, isRead }) => {
        const what = t(noticeWords(kind), noticeParams(data, locale))
        return (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3.5">
            <div className="min-w-0 flex-1 basis-72">
              <p className={isRead ? 'text-ink-2' : 'font-semibold'}>{what}</p>
              <p className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-2">
                <time dateTime={at}>{formatInstant(new Date(at), locale)}</time>
                {isRead ? null : <StatusTag tone="now">{t('unreadTag')}</StatusTag>}
              </p>
            </div>
            <CommandForm name="read" formKey={`${formKey}.${id}`}>
              <Hidden name="id" value={id} />
              <Button variant="quiet" aria-label={t('openNamed', { what })}>
                {t('open')}
              </Button>
            </CommandForm>
          </li>
        )
      })}
    </ol>
  )
}
