import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '#app/ui/page-header.tsx'

type EngineeringFrameProps = {
  operator: string
  /** Under the header of a case, which already has its own title. */
  inCase: boolean
  title: string
  kind?: 'individual' | 'collective'
  children: ReactNode
}

/** The top of an engineering's page, when it stands on its own. */
export function EngineeringFrame({ operator, inCase, title, kind, children }: EngineeringFrameProps) {
  const { t } = useTranslation('engineerings')
  if (inCase) return <>{children}</>
  return (
    <>
      <PageHeader
        title={title}
        crumbs={[{ to: `/o/${operator}/collectifs`, label: t('cohortsTitle') }]}
        crumbsLabel={t('crumbs')}
        here={title}
        meta={kind ? [t(`kinds.${kind}`)] : []}
      />
      {children}
    </>
  )
}
