import { useTranslation } from 'react-i18next'
import type { Question } from '#app/features/programmes/questions.ts'
import { formatDay } from '#app/i18n/formats.ts'
import { useLocale } from '#app/i18n/use-locale.ts'
import { day } from '#app/kernel/day.ts'
import { DataTable } from '#app/ui/data-table.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Section } from '#app/ui/section.tsx'
import type { TrackedMoment } from '../tracked.ts'
import type { WaveView } from '../wave-view.ts'
import { TrackedCharts } from './tracked-charts.tsx'
import { useAnswerWords } from './use-answer-words.ts'

export type TrackedProps = {
  tracked: { questions: readonly Question[]; moments: readonly TrackedMoment[] }
  waves: readonly Pick<WaveView, 'wave' | 'state' | 'channel' | 'respondent'>[]
}

/** The tracked questions from T0 to the last wave: every answer beside those before it, who gave it and when. */
export function TrackedSection({ tracked: { questions, moments }, waves }: TrackedProps) {
  const { t } = useTranslation(['followUps', 'common'])
  const words = useAnswerWords()
  const title = t('followUps:tracked.title')
  if (moments.length === 0)
    return (
      <Section title={title}>
        <p className="text-ink-2">{t('followUps:tracked.none')}</p>
      </Section>
    )
  return (
    <Section title={title} note={t('followUps:tracked.note')}>
      <DataTable
        caption={title}
        hideCaption
        rows={questions}
        rowKey={({ code }) => code}
        columns={[
          {
            key: 'question',
            header: t('followUps:tracked.question'),
            rowHeader: true,
            cell: asked => words.label(asked),
          },
          ...moments.map(({ moment, values, converted, apart }) => ({
            key: moment,
            header: moment,
            cell: (asked: Question) =>
              apart.includes(asked.code) ? (
                <span className="text-ink-2">{t('followUps:tracked.apart')}</span>
              ) : converted.includes(asked.code) ? (
                t('followUps:tracked.converted', { answer: words.answer(asked, values[asked.code]) })
              ) : (
                words.answer(asked, values[asked.code]) || (
                  <>
                    <span aria-hidden="true">–</span>
                    <span className="sr-only">{t('common:unknown')}</span>
                  </>
                )
              ),
          })),
        ]}
      />
      <TrackedCharts questions={questions} moments={moments} />
      <h3 className="mt-6 mb-2">{t('followUps:tracked.who')}</h3>
      <Sources moments={moments} waves={waves} />
    </Section>
  )
}

function Sources({ moments, waves }: { moments: readonly TrackedMoment[]; waves: TrackedProps['waves'] }) {
  const { t } = useTranslation('followUps')
  const locale = useLocale()
  const by = { link: t('byLink'), phone: t('byPhone'), import: t('byImport') }
  return (
    <DescriptionList
      items={moments.map(({ moment, on }) => {
        const wave = waves.find(known => known.wave === moment && known.state === 'answered')
        const asDay = day(on)
        const how = wave?.channel ? by[wave.channel] : t('tracked.noted')
        return {
          term: moment,
          detail: [asDay && formatDay(asDay, locale), how, wave?.respondent].filter(Boolean).join(', '),
        }
      })}
    />
  )
}
