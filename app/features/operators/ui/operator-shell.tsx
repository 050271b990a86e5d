import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { NotificationsLink } from '#app/features/notifications/ui/notifications-link.tsx'
import { Palette } from '#app/features/palette/ui/palette.tsx'
import { AccountLinks } from '#app/features/sign-in/ui/account-links.tsx'
import { useDoneToast } from '#app/http/done-toast.tsx'
import { PageShell } from '#app/ui/page-shell.tsx'

export type ShellData = {
  operator: { slug: string; name: string; demonstration: boolean }
  role: 'practitioner' | 'manager'
  /** Her cases whose next step is late. */
  late: number
  /** Messages that wait for somebody's decision. */
  toDecide: number
  /** Requests of the public form that wait for an answer. */
  requests: number
  /** What she was told and has not read. */
  unread: number
}

/** The frame of a member's pages: the rail of her role, her operator, and what was just done. */
export function OperatorShell({ shell, children }: { shell: ShellData; children: ReactNode }) {
  const { t } = useTranslation(['shell', 'common'])
  const base = `/o/${shell.operator.slug}`
  const nav = [
    { to: `${base}/aujourdhui`, label: t('shell:nav.today'), ...(shell.late > 0 && { count: shell.late, late: true }) },
    { to: `${base}/accompagnements`, label: t('shell:nav.accompaniments') },
    { to: `${base}/demandes`, label: t('shell:nav.requests'), ...(shell.requests > 0 && { count: shell.requests }) },
    { to: `${base}/seances`, label: t('shell:nav.sessions') },
    { to: `${base}/structures`, label: t('shell:nav.organisations') },
    { to: `${base}/collectifs`, label: t('shell:nav.cohorts') },
    { to: `${base}/comites`, label: t('shell:nav.committees') },
    { to: `${base}/prestataires`, label: t('shell:nav.providers') },
    { to: `${base}/territoires`, label: t('shell:nav.territories') },
    {
      to: `${base}/rappels`,
      label: t('shell:nav.reminders'),
      ...(shell.toDecide > 0 && { count: shell.toDecide, late: true }),
    },
    { to: `${base}/temoignages`, label: t('shell:nav.testimonies') },
    { to: `${base}/rapports`, label: t('shell:nav.reports') },
    { to: `${base}/conventions`, label: t('shell:nav.agreements') },
    { to: `${base}/equipe`, label: t('shell:nav.team') },
    ...(shell.role === 'manager' ? [{ to: `${base}/reglages`, label: t('shell:nav.settings') }] : []),
  ]
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
      account={<AccountLinks />}
      tools={
        <>
          <Palette base={base} />
          <NotificationsLink to={`${base}/notifications`} unread={shell.unread} />
        </>
      }
      toast={useDoneToast()}
    >
      {children}
    </PageShell>
  )
}
