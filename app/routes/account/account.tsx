import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { accountPage } from '#app/features/account/account-page.query.server.ts'
import { changePassword } from '#app/features/account/change-password.command.server.ts'
import { changeProfile } from '#app/features/account/change-profile.command.server.ts'
import { endAllSignIns } from '#app/features/account/end-all-sign-ins.command.server.ts'
import { endSignIn } from '#app/features/account/end-sign-in.command.server.ts'
import { EndAllForm, PasswordForm, ProfileForm } from '#app/features/account/ui/account-forms.tsx'
import { AccountShell } from '#app/features/account/ui/account-shell.tsx'
import { ReachList } from '#app/features/account/ui/reach-list.tsx'
import { SignInList } from '#app/features/account/ui/sign-in-list.tsx'
import { CalendarSection } from '#app/features/calendars/ui/calendar-section.tsx'
import { onAccount, personalAct } from '#app/http/identity-forms.server.ts'
import { localeCookie } from '#app/http/locale.server.ts'
import { titled } from '#app/http/page-title.ts'
import { personalRead } from '#app/http/visitor-page.server.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'

export const loader = personalRead(accountPage, { words: ['account'], title: t => t('account:title') })
export const action = personalAct({
  profile: onAccount(changeProfile, {
    done: ({ locale }) => ({ to: '/compte', toast: { key: 'saved' }, cookies: [localeCookie(locale)] }),
  }),
  password: onAccount(changePassword, { done: () => ({ to: '/compte', toast: { key: 'passwordChanged' } }) }),
  'end-sign-in': onAccount(endSignIn, { done: () => ({ to: '/compte', toast: { key: 'signInEnded' } }) }),
  'end-all': onAccount(endAllSignIns, {
    done: () => ({ to: '/connexion', toast: { key: 'signedOutEverywhere' }, clearSiteData: true }),
  }),
})
export const meta = titled

export default function AccountPage() {
  const { t } = useTranslation('account')
  const { formKey, page } = useLoaderData<typeof loader>()
  const isOn = page.recoveryCodesLeft !== null
  return (
    <AccountShell>
      <PageHeader title={t('title')} />
      <Section title={t('profile.title')}>
        <div className="mb-5">
          <DescriptionList items={[{ term: t('profile.email'), detail: page.email }]} />
          <p className="mt-1 text-[0.9375rem] text-ink-2">{t('profile.emailHelp')}</p>
        </div>
        <ProfileForm formKey={formKey} name={page.name} locale={page.locale} />
      </Section>
      <Section title={t('reach.title')}>
        <ReachList reach={page.reach} />
      </Section>
      <Section title={t('password.title')} note={t(page.hasPassword ? 'password.help' : 'password.none')}>
        <PasswordForm formKey={formKey} email={page.email} hasPassword={page.hasPassword} />
      </Section>
      <Section
        title={t('secondFactor.title')}
        action={
          page.demonstration ? null : (
            <LinkButton to="/compte/double-authentification">
              {t(isOn ? 'secondFactor.manage' : 'secondFactor.start')}
            </LinkButton>
          )
        }
      >
        <div className="flex flex-wrap items-baseline gap-3">
          <StatusTag tone={isOn ? 'done' : 'neutral'}>{t(isOn ? 'secondFactor.on' : 'secondFactor.off')}</StatusTag>
          <p className="min-w-0 flex-1 basis-72 text-ink-2">
            {page.demonstration
              ? t('secondFactor.demonstration')
              : page.recoveryCodesLeft === null
                ? t('secondFactor.offHelp')
                : t('secondFactor.onHelp', { count: page.recoveryCodesLeft })}
          </p>
        </div>
      </Section>
      <CalendarSection calendar={page.calendar} />
      <Section title={t('signIns.title')} note={t('signIns.help')}>
        <SignInList signIns={page.signIns} formKey={formKey} />
        <div className="mt-5 flex flex-wrap items-center gap-4">
          <EndAllForm formKey={formKey} />
          <p className="min-w-0 flex-1 basis-72 text-ink-2">{t('signIns.endAllHelp')}</p>
        </div>
      </Section>
    </AccountShell>
  )
}
