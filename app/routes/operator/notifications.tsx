import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { chooseDigest } from '#app/features/digests/choose-digest.command.server.ts'
import { DigestForm } from '#app/features/digests/ui/digest-form.tsx'
import { notificationPage } from '#app/features/notifications/notification-page.query.server.ts'
import { readAllNotifications } from '#app/features/notifications/read-all-notifications.command.server.ts'
import { readNotification } from '#app/features/notifications/read-notification.command.server.ts'
import { NotificationList } from '#app/features/notifications/ui/notification-list.tsx'
import { CommandForm } from '#app/http/form.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { Button } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

export const loader = page(notificationPage, { words: ['notifications'], title: t => t('notifications:title') })
export const action = act({
  read: on(readNotification, { done: ({ address }) => ({ to: address }) }),
  digest: on(chooseDigest, {
    done: (_value, { params }) => ({ to: `/o/${params.operator}/notifications`, toast: { key: 'saved' } }),
  }),
  'read-all': on(readAllNotifications, {
    done: (_value, { params }) => ({ to: `/o/${params.operator}/notifications`, toast: { key: 'allRead' } }),
  }),
})
export const meta = titled

export default function Notifications() {
  const { page, formKey, locale } = useLoaderData<typeof loader>()
  const { t } = useTranslation('notifications')
  const unread = page.notifications.filter(({ isRead }) => !isRead).length
  return (
    <>
      <PageHeader
        title={t('title')}
        action={
          unread > 0 ? (
            <CommandForm name="read-all" formKey={formKey}>
              <Button>{t('readAll')}</Button>
            </CommandForm>
          ) : null
        }
      />
      {page.digest && page.notifications.length > 5 ? (
        <p className="mb-5">
          <a href="#resume">{t('digest.choose')}</a>
        </p>
      ) : null}
      {page.notifications.length === 0 ? (
        <EmptyState title={t('empty')}>{t('emptyHelp')}</EmptyState>
      ) : (
        <NotificationList notifications={page.notifications} formKey={formKey} locale={locale} />
      )}
      {page.digest ? (
        <Section id="resume" title={t('digest.title')} note={t('digest.help')}>
          <DigestForm formKey={formKey} choice={page.digest} />
        </Section>
      ) : null}
    </>
  )
}
