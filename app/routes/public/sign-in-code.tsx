import { Link, useLoaderData, useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { codeAction, codeLoader } from '#app/features/sign-in/sign-in-pages.server.ts'
import { CodeForm, CodeRequestForm } from '#app/features/sign-in/ui/code-forms.tsx'
import { VisitorShell } from '#app/features/sign-in/ui/visitor-shell.tsx'
import { titled } from '#app/http/page-title.ts'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { Notice } from '#app/ui/notice.tsx'

export const loader = codeLoader
export const action = codeAction
export const meta = titled

export default function SignInCodePage() {
  const { t } = useTranslation('signIn')
  const { formKey, page } = useLoaderData<typeof loader>()
  const way = new URLSearchParams(useLocation().search).get('vers')
  return (
    <VisitorShell>
      <h1>{t('code.title')}</h1>
      {page.isSent ? (
        <div className="mt-5 space-y-6">
          <Notice tone="done" title={t('code.sentTitle')} role="status">
            <p>{t('code.sent')}</p>
          </Notice>
          <CodeForm formKey={formKey} email={page.email} />
          <Disclosure label={t('code.again')}>
            <CodeRequestForm formKey={formKey} email={page.email} again />
          </Disclosure>
        </div>
      ) : (
        <>
          <p className="mt-3 mb-6">{t('code.lede')}</p>
          <CodeRequestForm formKey={formKey} email={page.email} again={false} />
        </>
      )}
      <p className="mt-6 text-center">
        <Link to={way ? `/connexion?vers=${encodeURIComponent(way)}` : '/connexion'} className="inline-block py-2">
          {t('byPassword')}
        </Link>
      </p>
    </VisitorShell>
  )
}
