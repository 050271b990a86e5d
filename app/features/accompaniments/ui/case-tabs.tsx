import { useTranslation } from 'react-i18next'
import { TabsNav } from '#app/ui/tabs-nav.tsx'

/** The tabs of a case, in the order of its path. A tab stands here once its page exists. */
const tabs = [
  'accueil',
  'diagnostic',
  'parcours',
  'ingenieries',
  'seances',
  'bilan',
  'suivi',
  'documents',
  'historique',
] as const

export function CaseTabs({ base }: { base: string }) {
  const { t } = useTranslation('cases')
  return (
    <TabsNav
      label={t('case.tabs.label')}
      tabs={[
        { to: base, label: t('case.tabs.timeline'), end: true },
        ...tabs.map(tab => ({ to: `${base}/${tab}`, label: t(`case.tabs.${tab}`) })),
      ]}
    />
  )
}
