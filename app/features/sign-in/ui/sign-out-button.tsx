import { Form, useRouteLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button, buttonClass } from '#app/ui/button.tsx'
import { Hidden } from '#app/ui/field.tsx'

/**
 * A form, so that no link and no prefetch signs anybody out. A sign-out wipes the device: whoever may write there without a
 * network is first led to what has not left yet, where the form is.
 */
export function SignOutButton({ label }: { label?: string }) {
  const { t } = useTranslation('common')
  const words = label ?? t('signOut')
  if (useRouteLoaderData<{ writesOffline: boolean }>('root')?.writesOffline)
    return (
      <a href="/consultant/hors-ligne#deconnexion" className={buttonClass('quiet')} data-control="">
        {words}
      </a>
    )
  return (
    <Form method="post" action="/deconnexion">
      <Hidden name="_form" value="sign-out" />
      <Button type="submit" variant="quiet">
        {words}
      </Button>
    </Form>
  )
}
