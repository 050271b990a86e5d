import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PageHeader } from '#app/ui/page-header.tsx'
import { TabsNav } from '#app/ui/tabs-nav.tsx'
import { useEngineeringBase } from './use-engineering-base.ts'

type EngineeringFrameProps = {
  operator: string
  /** Under the header of a case, which already has its own title. */
  inCase: boolean
  title: string
  kind?: 'individual' | 'collective'
  /** The address of the engineering: with it, its pages stand side by side. */
  base?: string
  children: ReactNode
}

/** The top of an engineering's pages; when it stands on its own, with its title. */
export function EngineeringFrame({ operator, inCase, title, kind, base, children }: EngineeringFrameProps) {
  const { t } = useTranslation('engineerings')
  return (
    <>
      {inCase ? null : (
        <PageHeader
          title={title}
          crumbs={[{ to: `/o/${operator}/collectifs`, label: t('cohortsTitle') }]}
          crumbsLabel={t('crumbs')}
          here={title}
          meta={kind ? [t(`kinds.${kind}`)] : []}
        />
      )}
      {base ? (
        <TabsNav
          label={t('pagesOf', { title })}
          tabs={[
            { to: base, label: t('contract'), end: true },
            { to: `${base}/cahier-des-charges`, label: t('termsTab') },
            { to: `${base}/consultation`, label: t('consultationTab') },
            { to: `${base}/livrables`, label: t('contractTab') },
            // A group stands on its own, whatever the case one comes from.
            ...(kind === 'collective'
              ? [
                  {
                    to: `/o/${operator}/collectifs/${base.slice(base.lastIndexOf('/') + 1)}/groupe`,
                    label: t('groupTab'),
                  },
                ]
              : []),
            { to: `${base}/partage`, label: t('shareTab') },
          ]}
        />
      ) : null}
      {children}
    </>
  )
}

type EngineeringPagesProps = {
  operator: string
  engineering: { id: string; title: string | null; kind: 'individual' | 'collective' }
  children: ReactNode
}

/** The frame of an engineering that exists: with its pages side by side, under the case that one comes from or on their own. */
export function EngineeringPages({ operator, engineering, children }: EngineeringPagesProps) {
  const { t } = useTranslation('engineerings')
  const { base, inCase } = useEngineeringBase(operator, engineering.id)
  return (
    <EngineeringFrame
      operator={operator}
      inCase={inCase}
      title={engineering.title ?? t('untitled')}
      kind={engineering.kind}
      base={base}
    >
      {children}
    </EngineeringFrame>
  )
}
