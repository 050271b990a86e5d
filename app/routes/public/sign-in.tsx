import type { MetaFunction } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { signInAction, signInLoader } from '#app/features/sign-in/sign-in-page.server.ts'
import { SignInForm } from '#app/features/sign-in/ui/sign-in-form.tsx'
import { BareShell } from '#app/ui/bare-shell.tsx'

export const loader = signInLoader
export const action = signInAction
export const meta: MetaFunction<typeof loader> = () => [{ title: 'Sillage' }]

export default function SignInPage() {
  const { t } = useTranslation(['signIn', 'common'])
  return (
    <BareShell brand={t('common:product')} skipLabel={t('common:skipToContent')}>
      <h1>{t('signIn:title')}</h1>
      <p>{t('signIn:lede')}</p>
      <SignInForm />
    </BareShell>
  )
}
