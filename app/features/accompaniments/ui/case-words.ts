import { useTranslation } from 'react-i18next'
import { formatDay, relativeDays } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { day, daysBetween } from '#app/kernel/day.ts'
import type { Tone } from '#app/ui/status-tag.tsx'
import { hasLeftPath } from '../wake-of.ts'
import type { CaseShown } from './case-shown.ts'

/** A day of a row, as it is read; nothing for nothing. */
export function useDayWords() {
  const locale = useLocale()
  return (value: string | null | undefined, style: 'long' | 'short' | 'month' = 'long') => {
    const known = day(value)
    return known ? formatDay(known, locale, style) : ''
  }
}

export type NextShown = { nextStep: string | null; nextDetail: string | null }

/** What a case waits for, as a sentence. */
export function useNextWords() {
  const { t } = useTranslation('cases')
  const locale = useLocale()
  return ({ nextStep, nextDetail }: NextShown): string => {
    if (nextStep === 'of_state') return nextDetail?.split('\n')[locale === 'fr' ? 0 : 1] ?? ''
    const titles: Record<string, string> = t('next.title', { returnObjects: true, detail: nextDetail ?? '' })
    return nextStep ? (titles[nextStep] ?? nextStep) : t('next.nothing')
  }
}

/** When it is due, and whether that is late. */
export function useDueWords(today: string) {
  const { t } = useTranslation('cases')
  const locale = useLocale()
  return (on: string | null): { words: string; tone: Tone } => {
    const [from, due] = [day(today), day(on)]
    if (!from || !due) return { words: t('due.none'), tone: 'neutral' }
    const days = daysBetween(from, due)
    if (days === 0) return { words: t('due.today'), tone: 'now' }
    if (days < 0) return { words: t('due.late', { count: -days }), tone: 'late' }
    return { words: relativeDays(days, locale), tone: days <= 7 ? 'now' : 'neutral' }
  }
}

/** The tab where each next step is done. */
const tabs: Record<string, string> = {
  hold_intake: 'accueil',
  decide_eligibility: 'accueil',
  start_diagnostic: 'accueil',
  write_diagnostic: 'diagnostic',
  await_validation: 'diagnostic',
  build_plan: 'parcours',
  attend_committee: 'parcours',
  rework_plan: 'parcours',
  start_accompaniment: 'parcours',
  do_action: 'parcours',
  run_engineering: 'seances',
  hold_restitution: 'bilan',
  file_report: 'bilan',
  ask_follow_up: 'suivi',
  close_case: 'bilan',
  resume: 'gerer',
}
export const tabOfStep = (step: string) => tabs[step] ?? ''

export function toneOfState(state: NonNullable<CaseShown['state']>): Tone {
  if (hasLeftPath(state)) return 'neutral'
  return state.kind === 'ended' ? 'done' : state.kind === 'paused' ? 'stop' : 'now'
}
