import { Bell } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { LinkButton } from '#app/ui/button.tsx'

/** In the rail: how many she has not read. */
export function NotificationsLink({ to, unread }: { to: string; unread: number }) {
  const { t } = useTranslation('shell')
  return (
    <LinkButton to={to} variant="quiet" icon={Bell} className="px-3">
      {unread > 0 ? t('notifications', { count: unread }) : t('noNotification')}
    </LinkButton>
  )
}
