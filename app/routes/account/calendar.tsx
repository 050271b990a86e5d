import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AccountShell } from '#app/features/account/ui/account-shell.tsx'
import { calendarPage } from '#app/features/calendars/calendar-page.query.server.ts'
import { chooseTitles } from '#app/features/calendars/choose-titles.command.server.ts'
import { closeCalendar } from '#app/features/calendars/close-calendar.command.server.ts'
import { renewCalendar } from '#app/features/calendars/renew-calendar.command.server.ts'
import { shownToken } from '#app/features/calendars/shown-address.ts'
import { CloseCalendarForm, RenewCalendarForm, TitlesForm } from '#app/features/calendars/ui/calendar-forms.tsx'
import { LastRead } from '#app/features/calendars/ui/calendar-section.tsx'
import { ShownAddresses } from '#app/features/calendars/ui/shown-addresses.tsx'
import { onAccount, personalAct } from '#app/http/identity-forms.server.ts'
import { titled } from '#app/http/page-title.ts'
import { personalRead } from '#app/http/visitor-page.server.ts'
import { formatInstant } from '#app/i18n/formats.ts'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

const here = '/compte/agenda'

export const loader = personalRead(calendarPage, {
  words: ['calendars', 'account'],
  title: t => t('calendars:title'),
})
export const action = personalAct({
  renew: onAccount(renewCalendar, { done: show => ({ show }) }),
  titles: onAccount(chooseTitles, { done: () => ({ to: here, toast: { key: 'saved' } }) }),
  close: onAccount(closeCalendar, { done: () => ({ to: here, toast: { key: 'calendarClosed' } }) }),
})
export const meta = titled

export default function CalendarPage() {
  const { t } = useTranslation(['calendars', 'account', 'common'])
  const { formKey, page, locale } = useLoaderData<typeof loader>()
  const token = shownToken(useActionData())
  const { address } = page
  return (
    <AccountShell>
      <PageHeader
        title={t('calendars:title')}
        crumbs={[{ to: '/compte', label: t('account:title') }]}
        crumbsLabel={t('common:back')}
        lede={t('calendars:lede')}
      />
      {token ? <ShownAddresses key={token} site={page.site} token={token} /> : null}
      {address ? (
        <>
          <Section title={t('calendars:state')}>
            <DescriptionList
              items={[
                { term: t('calendars:madeAt'), detail: formatInstant(new Date(address.madeAt), locale) },
                { term: t('calendars:reading'), detail: <LastRead at={address.lastReadAt} /> },
              ]}
            />
          </Section>
          <Section title={t('calendars:titles')}>
            <TitlesForm formKey={formKey} shortTitles={address.shortTitles} />
          </Section>
          <Section title={t('calendars:renewTitle')} note={t('calendars:renewHelp')}>
            <RenewCalendarForm formKey={formKey} isFirst={false} />
          </Section>
          <Section title={t('calendars:closeTitle')} note={t('calendars:closeHelp')}>
            <CloseCalendarForm formKey={formKey} />
          </Section>
        </>
      ) : (
        <RenewCalendarForm formKey={formKey} isFirst />
      )}
    </AccountShell>
  )
}
