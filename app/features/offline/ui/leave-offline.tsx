import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { Locale } from '#app/i18n/formats.ts'
import { Button } from '#app/ui/button.tsx'
import { Hidden } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import type { UnsentSession } from '../unsent.ts'
import { UnsentList } from './unsent-list.tsx'

type LeaveOfflineProps = { unsent: readonly UnsentSession[]; person: string; others: number; locale: Locale }

/** Before a sign-out wipes the device: what was written there and has not left. */
export function LeaveOffline({ unsent, person, others, locale }: LeaveOfflineProps) {
  const { t } = useTranslation('offline')
  const isEmpty = unsent.length + others === 0
  return (
    <>
      <h1>{t('leaveTitle')}</h1>
      <div className="mt-4">
        <Notice tone={isEmpty ? 'done' : 'late'}>{t(isEmpty ? 'leaveEmpty' : 'leaveHelp')}</Notice>
      </div>
      {others > 0 ? <p className="mt-4">{t('leaveOthers', { count: others })}</p> : null}
      <UnsentList unsent={unsent} person={person} locale={locale} />
      <div className="mt-8 flex flex-wrap items-center gap-x-5 gap-y-3">
        <a href="/consultant" className="inline-flex min-h-11 items-center">
          {t('stay')}
        </a>
        <SignOutForm isLosing={!isEmpty} />
      </div>
    </>
  )
}

export function SignOutForm({ isLosing = false }: { isLosing?: boolean }) {
  const { t } = useTranslation('offline')
  return (
    <Form method="post" action="/deconnexion" reloadDocument>
      <Hidden name="_form" value="sign-out" />
      <Button variant={isLosing ? 'danger' : 'primary'}>{t(isLosing ? 'leaveAnyway' : 'leave')}</Button>
    </Form>
  )
}
