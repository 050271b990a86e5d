import { useTranslation } from 'react-i18next'
import { formatDay, type Locale } from '#app/i18n/formats.ts'
import { type Day, day } from '#app/kernel/day.ts'
import { EmptyState } from '#app/ui/empty-state.tsx'
import { Section } from '#app/ui/section.tsx'
import type { ComparedRow } from '../comparison.ts'
import type { Recalled } from '../questionnaire.ts'
import type { WaveView } from '../wave-view.ts'
import type { Wave } from '../waves.ts'
import type { ByPhoneProps } from './by-phone.tsx'
import { Comparison } from './comparison.tsx'
import type { NewNeedProps } from './new-need.tsx'
import type { RespondentsProps } from './respondents.tsx'
import { type TrackedProps, TrackedSection } from './tracked-section.tsx'
import { WaveCard } from './wave-card.tsx'
import { PausedWaves, RestitutionDay, SupposedWaves, type SuspensionShown } from './wave-days.tsx'

export type FollowUpTabProps = {
  page: {
    number: string
    today: string
    restitutionOn: string | null
    suspension: SuspensionShown | null
    supposed: { on: Day; waves: { wave: Wave; plannedOn: Day }[] } | null
    t0: ({ takenOn: string } & Recalled) | null
    comparison: ComparedRow[]
    waves: WaveView[]
    continuation: NewNeedProps['continuation']
    /** By the id of the wave. */
    respondents: Readonly<Record<string, RespondentsProps['respondents']>>
    people: RespondentsProps['people']
    /** Of each wave by its id, whose answers may be written down from a call. */
    callable: Readonly<Record<string, ByPhoneProps['callable']>>
    /** The call whose form is shown: one at a time. */
    call: (ByPhoneProps['call'] & { followUpId: string }) | null
    tracked: TrackedProps['tracked']
  }
  formKey: string
  locale: Locale
}

/** The follow-up of a case: T0 beside each wave, then the waves one by one. */
export function FollowUpTab({ page, formKey, locale }: FollowUpTabProps) {
  const { t } = useTranslation(['followUps', 'common'])
  const takenOn = day(page.t0?.takenOn)
  const restitutionOn = day(page.restitutionOn)
  return (
    <>
      <Section
        title={t('followUps:comparisonTitle')}
        note={
          takenOn ? t('followUps:comparisonNote', { day: formatDay(takenOn, locale, 'long') }) : t('followUps:lede')
        }
      >
        <Comparison page={page} locale={locale} />
      </Section>
      {page.tracked.questions.length > 0 ? <TrackedSection tracked={page.tracked} waves={page.waves} /> : null}
      <Section title={t('followUps:wavesTitle')}>
        {restitutionOn ? <RestitutionDay restitutionOn={restitutionOn} today={page.today} formKey={formKey} /> : null}
        {page.suspension ? <PausedWaves suspension={page.suspension} /> : null}
        {page.waves.length === 0 ? (
          page.supposed && page.supposed.waves.length > 0 ? (
            <SupposedWaves supposed={page.supposed} isHeld={restitutionOn !== null} />
          ) : (
            <EmptyState title={t('followUps:noWaves')} level={3}>
              {t('followUps:noWavesHelp')}
            </EmptyState>
          )
        ) : (
          <div className="mt-5 grid grid-cols-1 gap-5">
            {page.waves.map(wave => (
              <WaveCard
                key={wave.id}
                wave={wave}
                t0={page.t0}
                callable={page.callable[wave.id] ?? []}
                call={page.call?.followUpId === wave.id ? page.call : null}
                continuation={page.continuation}
                respondents={page.respondents[wave.id] ?? null}
                people={page.people}
                number={page.number}
                today={page.today}
                formKey={formKey}
                locale={locale}
              />
            ))}
          </div>
        )}
      </Section>
    </>
  )
}
