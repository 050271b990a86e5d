import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Hidden } from '#app/ui/field.tsx'

/** A form, so that no link and no prefetch signs anybody out. */
export function SignOutButton({ label }: { label?: string }) {
  const { t } = useTranslation('common')
  return (
    <Form method="post" action="/deconnexion">
      <Hidden name="_form" value="sign-out" />
      <Button type="submit" variant="quiet">
        {label ?? t('signOut')}
      </Button>
    </Form>
  )
}
