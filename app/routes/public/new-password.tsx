import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { newPasswordAction, newPasswordLoader } from '#app/features/sign-in/sign-in-pages.server.ts'
import { NewPasswordForm } from '#app/features/sign-in/ui/password-forms.tsx'
import { VisitorShell } from '#app/features/sign-in/ui/visitor-shell.tsx'
import { titled } from '#app/http/page-title.ts'
import { LinkButton } from '#app/ui/button.tsx'
import { EmptyState } from '#app/ui/empty-state.tsx'

export const loader = newPasswordLoader
export const action = newPasswordAction
export const meta = titled

export default function NewPasswordPage() {
  const { t } = useTranslation('signIn')
  const { formKey, page } = useLoaderData<typeof loader>()
  return (
    <VisitorShell>
      <h1>{t('newPassword.title')}</h1>
      {page.serves ? (
        <>
          <p className="mt-3 mb-6">{t('newPassword.lede')}</p>
          <NewPasswordForm formKey={formKey} />
        </>
      ) : (
        <div className="mt-6">
          <EmptyState
            title={t('newPassword.endedTitle')}
            action={<LinkButton to="/mot-de-passe">{t('newPassword.again')}</LinkButton>}
          >
            <p>{t('newPassword.ended')}</p>
          </EmptyState>
        </div>
      )}
    </VisitorShell>
  )
}
