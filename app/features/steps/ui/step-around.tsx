import { useTranslation } from 'react-i18next'
import type { Label, Moment } from '#app/features/programmes/questions.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { Notice } from '#app/ui/notice.tsx'
import { TabsNav } from '#app/ui/tabs-nav.tsx'

/** T0, then each wave at which the tracked questions are asked again. */
export function StepMoments({
  page: { moments, moment, base, step },
}: {
  page: { moments: readonly Moment[]; moment: Moment; base: string; step: { code: string } }
}) {
  const { t } = useTranslation('steps')
  if (moments.length < 2) return null
  return (
    <TabsNav
      label={t('moments')}
      tabs={moments.map(known => ({
        to: `${base}/etapes/${step.code}${known === 'T0' ? '' : `?moment=${known}`}`,
        label: known,
        current: known === moment,
      }))}
    />
  )
}

/** The questions that a transition waits for, each leading to its field. */
export function MissingAnswers({ missing }: { missing: readonly { code: string; label: Label }[] }) {
  const { t } = useTranslation('steps')
  const locale = useLocale()
  if (missing.length === 0) return null
  return (
    <div className="mb-8">
      <Notice title={t('missing', { count: missing.length })}>
        <ul className="list-disc space-y-1 pl-5">
          {missing.map(({ code, label }) => (
            <li key={code}>
              <a href={`#f-answers-${code}`}>{label[locale]}</a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}
