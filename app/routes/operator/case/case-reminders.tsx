import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { ReadySends } from '#app/features/messages/ui/ready-sends.tsx'
import { SendTable } from '#app/features/messages/ui/send-table.tsx'
import { withdrawSend } from '#app/features/messages/withdraw-send.command.server.ts'
import { caseRemindersPage } from '#app/features/reminders/case-reminders-page.query.server.ts'
import { changeReminder } from '#app/features/reminders/change-reminder.command.server.ts'
import { findContact } from '#app/features/reminders/find-contact.command.server.ts'
import { restoreReminder } from '#app/features/reminders/restore-reminder.command.server.ts'
import { skipReminder } from '#app/features/reminders/skip-reminder.command.server.ts'
import { CaseReminders } from '#app/features/reminders/ui/case-reminders.tsx'
import { FindContact } from '#app/features/reminders/ui/find-contact.tsx'
import { SkippedReminders } from '#app/features/reminders/ui/skipped-reminders.tsx'
import { ToldReminders } from '#app/features/reminders/ui/told-reminders.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'

const back =
  (key: string) =>
  (_done: unknown, { params }: { params: { operator?: string; number?: string } }) => ({
    to: `/o/${params.operator}/accompagnements/${params.number}/rappels`,
    toast: { key },
  })

export const loader = page(caseRemindersPage, {
  words: ['caseReminders', 'sends', 'cases'],
  input: ({ params }) => ({ number: params.number }),
  title: (t, { number }) => `${number} · ${t('caseReminders:title')}`,
})
export const meta = titled
export const action = act({
  'change.*': on(changeReminder, { done: back('reminder-changed') }),
  'skip.*': on(skipReminder, { done: back('reminder-skipped') }),
  'find-contact.*': on(findContact, { done: back('contact-found') }),
  'restore.*': on(restoreReminder, { done: back('reminder-restored') }),
  'withdraw.*': on(withdrawSend, { done: back('send-dropped') }),
})

/** What a case will send and why, what it does not send any more, and what it sent. */
export default function CaseRemindersPage() {
  const { t } = useTranslation('caseReminders')
  const { page, formKey, locale } = useLoaderData<typeof loader>()
  return (
    <>
      {page.isStill ? <Notice>{t('still')}</Notice> : null}
      {page.bounced.map(address => (
        <FindContact
          key={address.recipient}
          address={address}
          formKey={formKey}
          organisationPage={page.organisationPage}
        />
      ))}
      {page.ready.length > 0 ? (
        <Section title={t('ready.title')} note={t('ready.note')}>
          <ReadySends sends={page.ready} formKey={formKey} locale={locale} />
        </Section>
      ) : null}
      <Section title={t('coming.title')} note={t('coming.note')}>
        <CaseReminders coming={page.coming} formKey={formKey} today={page.today} />
      </Section>
      {page.skipped.length > 0 ? (
        <Section title={t('skipped.title')}>
          <SkippedReminders skipped={page.skipped} formKey={formKey} />
        </Section>
      ) : null}
      <Section title={t('sent.title')} note={t('sent.note')}>
        {page.sent.length > 0 ? (
          <SendTable caption={t('sent.title')} sends={page.sent} base={page.base} locale={locale} ofCase sent />
        ) : (
          <p className="text-ink-2">{t('sent.none')}</p>
        )}
      </Section>
      {page.told.length > 0 ? (
        <Section title={t('told.title')} note={t('told.note')}>
          <ToldReminders told={page.told} />
        </Section>
      ) : null}
    </>
  )
}
