import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageFoot } from '#app/features/sign-in/ui/page-foot.tsx'
import { SpacesNav } from '#app/features/sign-in/ui/spaces-nav.tsx'
import { useDoneToast } from '#app/http/done-toast.tsx'
import { BareShell } from '#app/ui/bare-shell.tsx'

/** The frame of a consultant's three screens: no rail, since there is nowhere else to go. */
export function ConsultantShell({ children }: { children: ReactNode }) {
  const { t } = useTranslation(['common', 'missions'])
  return (
    <BareShell
      brand={t('common:product')}
      homeTo="/consultant"
      skipLabel={t('common:skipToContent')}
      width="reading"
      toast={useDoneToast()}
      tools={
        <div className="flex flex-wrap items-center gap-x-4">
          <SpacesNav />
          <Link to="/compte" className="inline-flex min-h-11 items-center">
            {t('missions:account')}
          </Link>
        </div>
      }
      footer={<PageFoot />}
    >
      {children}
    </BareShell>
  )
}
