import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { settingsPage } from '#app/features/settings/settings-page.query.server.ts'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { Card } from '#app/ui/card.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(settingsPage, { words: ['settings'], title: t => t('settings:title') })
export const meta = titled

export default function Settings() {
  const { page } = useLoaderData<typeof loader>()
  const { t } = useTranslation('settings')
  const cards = [
    { to: 'dispositifs', title: t('programmes.title'), help: t('programmes.help') },
    { to: 'rappels', title: t('reminderRules.title'), help: t('reminderRules.help') },
    { to: 'convention', title: t('contractDefaults.title'), help: t('contractDefaults.help') },
    { to: 'themes', title: t('themes.title'), help: t('themes.help') },
    { to: 'formulaire', title: t('intakeForm.title'), help: t('intakeForm.help') },
    ...(page.demonstration
      ? [
          { to: 'courrier', title: t('mailbox.title'), help: t('mailbox.help') },
          { to: 'calendrier', title: t('calendar.title'), help: t('calendar.help') },
        ]
      : []),
  ]
  return (
    <>
      <PageHeader title={t('title')} lede={t('lede', { name: page.name })} />
      <div className="grid gap-5 sm:grid-cols-2">
        {cards.map(({ to, title, help }) => (
          <Card key={to} title={title}>
            <p className="text-ink-2">{help}</p>
            <p className="mt-3">
              <Link to={to} className="inline-block py-1">
                {t('open')} <span className="sr-only">{title}</span>
              </Link>
            </p>
          </Card>
        ))}
      </div>
    </>
  )
}
