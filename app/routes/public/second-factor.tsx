import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { secondFactorAction, secondFactorLoader } from '#app/features/sign-in/sign-in-pages.server.ts'
import { SecondFactorForm } from '#app/features/sign-in/ui/code-forms.tsx'
import { SignOutButton } from '#app/features/sign-in/ui/sign-out-button.tsx'
import { VisitorShell } from '#app/features/sign-in/ui/visitor-shell.tsx'
import { titled } from '#app/http/page-title.ts'

export const loader = secondFactorLoader
export const action = secondFactorAction
export const meta = titled

export default function SecondFactorPage() {
  const { t } = useTranslation('signIn')
  const { formKey, page } = useLoaderData<typeof loader>()
  return (
    <VisitorShell tools={<SignOutButton label={t('secondFactor.cancel')} />}>
      <h1>{t('secondFactor.title')}</h1>
      <p className="mt-2 text-ink-2">{t('secondFactor.as', { email: page.email })}</p>
      <p className="mt-3 mb-6">{t('secondFactor.lede')}</p>
      <SecondFactorForm formKey={formKey} />
      <p className="mt-6 text-ink-2">{t('secondFactor.lost')}</p>
    </VisitorShell>
  )
}
