import { useTranslation } from 'react-i18next'
import { useLocale } from '#app/i18n/use-locale.ts'
import { TabsNav } from '#app/ui/tabs-nav.tsx'
import type { CaseTab } from '../case-tabs.ts'

/** The tabs of a case, in the order of its path. */
export function CaseTabs({ base, tabs }: { base: string; tabs: readonly CaseTab[] }) {
  const { t } = useTranslation('cases')
  const locale = useLocale()
  return (
    <TabsNav
      label={t('case.tabs.label')}
      tabs={[
        { to: base, label: t('case.tabs.timeline'), end: true },
        ...tabs.map(tab =>
          'page' in tab
            ? { to: `${base}/${tab.page}`, label: t(`case.tabs.${tab.page}`) }
            : { to: `${base}/etapes/${tab.step}`, label: tab.label[locale] },
        ),
      ]}
    />
  )
}
