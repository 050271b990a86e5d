import { useLoaderData, useParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { mailboxMessage } from '#app/features/messages/mailbox-message.query.server.ts'
import { textWithLinks } from '#app/features/messages/text-links.ts'
import { page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { formatInstant } from '#app/i18n/formats.ts'
import { Card } from '#app/ui/card.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'

export const loader = page(mailboxMessage, { words: ['settings'], title: (_t, { subject }) => subject })
export const meta = titled

export default function MailboxMessage() {
  const { page, locale } = useLoaderData<typeof loader>()
  const { t } = useTranslation('settings')
  const base = `/o/${useParams().operator}/reglages`
  return (
    <>
      <PageHeader
        title={page.subject}
        crumbs={[
          { to: base, label: t('title') },
          { to: `${base}/courrier`, label: t('mailbox.title') },
        ]}
        crumbsLabel={t('way')}
      />
      <DescriptionList
        items={[
          { term: t('mailbox.recipient'), detail: <span className="break-all">{page.recipient}</span> },
          { term: t('mailbox.at'), detail: formatInstant(new Date(page.at), locale) },
        ]}
      />
      <Card className="mt-6 max-w-prose">
        <p className="whitespace-pre-line break-words text-lg leading-relaxed">
          {textWithLinks(page.text).map(({ text, address }, index) =>
            address ? (
              <a key={index} href={address} rel="noreferrer" className="break-all">
                {text}
              </a>
            ) : (
              text
            ),
          )}
        </p>
      </Card>
      <p className="mt-4 max-w-prose text-ink-2">{t('mailbox.links')}</p>
    </>
  )
}
