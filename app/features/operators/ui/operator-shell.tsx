import { Form, useRouteLoaderData } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { PageShell } from '#app/ui/page-shell.tsx'
import { Toast } from '#app/ui/toast.tsx'

export type ShellData = {
  operator: { slug: string; name: string; demonstration: boolean }
  role: 'practitioner' | 'manager'
}

/** The frame of a member's pages: the rail of her role, her operator, and what was just done. */
export function OperatorShell({ shell, children }: { shell: ShellData; children: ReactNode }) {
  const { t } = useTranslation(['shell', 'common'])
  const base = `/o/${shell.operator.slug}`
  const nav = [{ to: `${base}/aujourdhui`, label: t('shell:nav.today') }]
  return (
    <PageShell
      brand={t('common:product')}
      homeTo={`${base}/aujourdhui`}
      nav={nav}
      labels={{
        skip: t('common:skipToContent'),
        nav: t('common:mainNavigation'),
        menu: t('common:menu'),
        late: t('shell:late'),
      }}
      operator={shell.operator.name}
      role={t(`shell:roles.${shell.role}`)}
      account={<SignOutButton />}
      toast={<DoneToast />}
    >
      {children}
    </PageShell>
  )
}

function SignOutButton() {
  const { t } = useTranslation('common')
  return (
    <Form method="post" action="/deconnexion">
      <Button type="submit" variant="quiet">
        {t('signOut')}
      </Button>
    </Form>
  )
}

/** What was just done, once. */
export function DoneToast() {
  const { t } = useTranslation('toasts')
  const root = useRouteLoaderData<{ toast: { key: string; params?: Record<string, string> } | null }>('root')
  if (!root?.toast) return null
  const sentence: (key: string, params?: object) => string = t as never
  return <Toast>{sentence(root.toast.key, root.toast.params)}</Toast>
}
