import { useTranslation } from 'react-i18next'
import { ChipsNav } from '#app/ui/chips-nav.tsx'
import { type TimelineKind, timelineKinds } from '../timeline-kinds.ts'

/** One kind of things at a time, each with its address. */
export function TimelineKinds({ kind }: { kind: TimelineKind | null }) {
  const { t } = useTranslation('cases')
  const kinds = timelineKinds.map(name => ({
    to: `?genre=${name}`,
    label: t(`timeline.kinds.${name}`),
    current: kind === name,
  }))
  return (
    <ChipsNav
      label={t('timeline.kinds.label')}
      chips={[{ to: '?', label: t('timeline.kinds.all'), current: kind === null }, ...kinds]}
    />
  )
}
