import { useTranslation } from 'react-i18next'
import type { NeedWeight } from '../need.ts'

/** How urgent a need is and what it does to jobs, under its text; nothing while nobody has said either. */
export function NeedWeightLine({ urgency, jobsEffect }: NeedWeight) {
  const { t } = useTranslation('choices')
  const words = [urgency ? t(`urgency.${urgency}`) : null, jobsEffect ? t(`jobsEffect.${jobsEffect}`) : null]
  const said = words.filter(word => word !== null)
  return said.length > 0 ? <p className="text-ink-2">{said.join(' · ')}</p> : null
}
