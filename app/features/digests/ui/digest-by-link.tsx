import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CommandForm } from '#app/http/form.tsx'
import { Button } from '#app/ui/button.tsx'
import { Notice } from '#app/ui/notice.tsx'

/** What the link at the foot of a digest opens: stopping it, without signing in. Opening it changes nothing. */
export function DigestByLink({
  digest,
  formKey,
}: {
  digest: { operator: string; isStopped: boolean }
  formKey: string
}) {
  const { t } = useTranslation('personalLink')
  const { operator, isStopped } = digest
  return (
    <>
      <h1>{t('digest.title', { operator })}</h1>
      {isStopped ? (
        <div className="mt-5">
          <Notice tone="done" title={t('digest.stoppedTitle')} role="status">
            <p>{t('digest.stopped')}</p>
          </Notice>
        </div>
      ) : (
        <>
          <p className="mt-3 mb-6">{t('digest.lede')}</p>
          <CommandForm name="stop-digest" formKey={formKey}>
            <Button variant="primary">{t('digest.stop')}</Button>
          </CommandForm>
        </>
      )}
      <p className="mt-6">
        <Link to="/connexion">{t('digest.choose')}</Link>
      </p>
    </>
  )
}
