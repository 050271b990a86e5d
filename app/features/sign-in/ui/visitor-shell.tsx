import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useDoneToast } from '#app/http/done-toast.tsx'
import { BareShell, type BareWidth } from '#app/ui/bare-shell.tsx'
import { PageFoot } from './page-foot.tsx'

/** The frame of a page that belongs to no operator: signing in, one's account, the legal pages. */
export function VisitorShell({
  children,
  tools,
  width,
}: {
  children: ReactNode
  tools?: ReactNode
  width?: BareWidth
}) {
  const { t } = useTranslation('common')
  return (
    <BareShell
      brand={t('product')}
      homeTo="/"
      skipLabel={t('skipToContent')}
      width={width}
      tools={tools}
      toast={useDoneToast()}
      footer={<PageFoot />}
    >
      {children}
    </BareShell>
  )
}
