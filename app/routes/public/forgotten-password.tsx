import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forgottenAction, forgottenLoader } from '#app/features/sign-in/sign-in-pages.server.ts'
import { ForgottenForm } from '#app/features/sign-in/ui/password-forms.tsx'
import { VisitorShell } from '#app/features/sign-in/ui/visitor-shell.tsx'
import { titled } from '#app/http/page-title.ts'
import { Notice } from '#app/ui/notice.tsx'

export const loader = forgottenLoader
export const action = forgottenAction
export const meta = titled

export default function ForgottenPasswordPage() {
  const { t } = useTranslation('signIn')
  const { formKey, page } = useLoaderData<typeof loader>()
  return (
    <VisitorShell>
      <h1>{t('forgotten.title')}</h1>
      {page.isSent ? (
        <div className="mt-5">
          <Notice tone="done" title={t('forgotten.sentTitle')} role="status">
            <p>{t('forgotten.sent')}</p>
          </Notice>
        </div>
      ) : (
        <>
          <p className="mt-3 mb-6">{t('forgotten.lede')}</p>
          <ForgottenForm formKey={formKey} email={page.email} />
        </>
      )}
      <p className="mt-6 text-center">
        <Link to="/connexion" className="inline-block py-2">
          {t('forgotten.back')}
        </Link>
      </p>
    </VisitorShell>
  )
}
