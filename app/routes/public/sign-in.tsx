import { Link, useLoaderData, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { signInAction, signInLoader } from '#app/features/sign-in/sign-in-pages.server.ts'
import { SignInForm } from '#app/features/sign-in/ui/sign-in-form.tsx'
import { VisitorShell } from '#app/features/sign-in/ui/visitor-shell.tsx'
import { titled } from '#app/http/page-title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

export const loader = signInLoader
export const action = signInAction
export const meta = titled

export default function SignInPage() {
  const { t } = useTranslation('signIn')
  const { formKey, page } = useLoaderData<typeof loader>()
  const { search } = useLocation()
  return (
    <VisitorShell>
      <h1>{t('title')}</h1>
      <p className="mt-3 mb-8 font-serif text-xl leading-relaxed">{t('lede')}</p>
      <SignInForm formKey={formKey} email={page.email} />
      <nav aria-label={t('otherWays')} className="mt-6 flex flex-col gap-3">
        <LinkButton to={`/connexion/code${search}`}>{t('byCode')}</LinkButton>
        <Link to="/mot-de-passe" className="inline-block py-2 text-center">
          {t('forgot')}
        </Link>
      </nav>
      <p className="mt-6 text-ink-2">{t('noAccount')}</p>
      {page.demonstration ? (
        <div className="mt-6">
          <Notice>
            <p>{t('demonstration')}</p>
          </Notice>
        </div>
      ) : null}
    </VisitorShell>
  )
}
