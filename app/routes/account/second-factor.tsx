import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { confirmSecondFactor } from '#app/features/account/confirm-second-factor.command.server.ts'
import { proposeSecondFactor } from '#app/features/account/propose-second-factor.command.server.ts'
import { removeSecondFactor } from '#app/features/account/remove-second-factor.command.server.ts'
import { renewRecoveryCodes } from '#app/features/account/renew-recovery-codes.command.server.ts'
import { secondFactorPage } from '#app/features/account/second-factor-page.query.server.ts'
import { shownCodes } from '#app/features/account/shown-codes.ts'
import { AccountShell } from '#app/features/account/ui/account-shell.tsx'
import { ConfirmationForm } from '#app/features/account/ui/second-factor-forms.tsx'
import { EnrolmentSteps, RecoveryCodes } from '#app/features/account/ui/second-factor-steps.tsx'
import { onAccount, personalAct } from '#app/http/identity-forms.server.ts'
import { titled } from '#app/http/page-title.ts'
import { personalRead } from '#app/http/visitor-page.server.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { PageHeader } from '#app/ui/page-header.tsx'
import { Section } from '#app/ui/section.tsx'

const here = '/compte/double-authentification'

export const loader = personalRead(secondFactorPage, {
  words: ['account'],
  title: t => t('account:secondFactor.title'),
})
export const action = personalAct({
  propose: onAccount(proposeSecondFactor, { done: () => ({ to: here }) }),
  confirm: onAccount(confirmSecondFactor, { done: show => ({ show }) }),
  renew: onAccount(renewRecoveryCodes, { done: show => ({ show }) }),
  remove: onAccount(removeSecondFactor, { done: () => ({ to: here, toast: { key: 'secondFactorRemoved' } }) }),
})
export const meta = titled

export default function SecondFactorPage() {
  const { t } = useTranslation(['account', 'common'])
  const { formKey, page } = useLoaderData<typeof loader>()
  const codes = shownCodes(useActionData())
  const { hasPassword } = page
  return (
    <AccountShell>
      <PageHeader
        title={t('account:secondFactor.title')}
        crumbs={[{ to: '/compte', label: t('account:title') }]}
        crumbsLabel={t('common:back')}
        lede={t('account:secondFactor.lede')}
      />
      {codes ? <RecoveryCodes codes={codes} /> : null}
      {page.demonstration ? (
        <Notice>
          <p>{t('account:secondFactor.demonstration')}</p>
        </Notice>
      ) : null}
      {page.state !== 'on' && page.isNeeded && !page.demonstration ? (
        <div className="mb-6">
          <Notice tone="late">
            <p>{t('account:secondFactor.needed')}</p>
          </Notice>
        </div>
      ) : null}
      {page.state === 'off' && !page.demonstration ? (
        <ConfirmationForm
          formKey={formKey}
          hasPassword={hasPassword}
          name="propose"
          label={t('account:secondFactor.start')}
          variant="primary"
        />
      ) : null}
      {page.state === 'proposed' ? (
        <>
          <EnrolmentSteps formKey={formKey} secretKey={page.key} picture={page.picture} />
          <div className="mt-8">
            <Disclosure label={t('account:secondFactor.again')}>
              <ConfirmationForm
                formKey={formKey}
                hasPassword={hasPassword}
                name="propose"
                label={t('account:secondFactor.again')}
              />
            </Disclosure>
          </div>
        </>
      ) : null}
      {page.state === 'on' && !codes ? (
        <>
          <Notice tone="done">
            <p>{t('account:secondFactor.isOn')}</p>
            <p>{t('account:secondFactor.onHelp', { count: page.recoveryCodesLeft })}</p>
          </Notice>
          <Section title={t('account:secondFactor.codesTitle')} note={t('account:secondFactor.renewHelp')}>
            <ConfirmationForm
              formKey={formKey}
              hasPassword={hasPassword}
              name="renew"
              label={t('account:secondFactor.renew')}
            />
          </Section>
          <Section title={t('account:secondFactor.remove')} note={t('account:secondFactor.removeHelp')}>
            <ConfirmationForm
              formKey={formKey}
              hasPassword={hasPassword}
              name="remove"
              label={t('account:secondFactor.remove')}
              variant="danger"
            />
          </Section>
        </>
      ) : null}
    </AccountShell>
  )
}
