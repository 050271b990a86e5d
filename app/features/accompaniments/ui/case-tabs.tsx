import { useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { useLocale } from '#app/i18n/use-locale.ts'
import { ChipsNav } from '#app/ui/chips-nav.tsx'
import { TabsNav } from '#app/ui/tabs-nav.tsx'
import type { CaseTab } from '../case-tabs.ts'

/** The tabs of a case, in the order of its path; under the one that is open, the questions that its programme asks besides. */
export function CaseTabs({ base, tabs }: { base: string; tabs: readonly CaseTab[] }) {
  const { t } = useTranslation('cases')
  const locale = useLocale()
  const here = useLocation().pathname
  const isIn = (address: string) => here === address || here.startsWith(`${address}/`)
  const shown = tabs.map(tab => {
    const within: { to: string; label: string; current: boolean }[] = []
    if ('step' in tab) return { tab: { to: `${base}/etapes/${tab.step}`, label: tab.label[locale] }, within }
    const [to, label] = [`${base}/${tab.page}`, t(`case.tabs.${tab.page}`)]
    if (!tab.questions) return { tab: { to, label }, within }
    const besides = `${base}/etapes/${tab.questions.step}`
    within.push({ to, label, current: isIn(to) })
    within.push({ to: besides, label: tab.questions.label[locale], current: isIn(besides) })
    return { tab: { to, label, current: within.some(({ current }) => current) }, within }
  })
  const open = shown.find(({ within }) => within.some(({ current }) => current))
  return (
    <>
      <TabsNav
        label={t('case.tabs.label')}
        tabs={[{ to: base, label: t('case.tabs.timeline'), end: true }, ...shown.map(({ tab }) => tab)]}
      />
      {open ? <ChipsNav label={t('case.tabs.within')} chips={open.within} /> : null}
    </>
  )
}
