import { useTranslation } from 'react-i18next'
import type { Question } from '#app/features/programmes/questions.ts'
import { BarChart } from '#app/ui/bar-chart.tsx'
import type { TrackedMoment } from '../tracked.ts'
import { useAnswerWords } from './use-answer-words.ts'

type Props = { questions: readonly Question[]; moments: readonly TrackedMoment[] }

const asNumber = (value: unknown) => (typeof value === 'number' ? value : null)

/** Numbers and scales, drawn once there are two moments to compare. */
export function TrackedCharts({ questions, moments }: Props) {
  if (moments.length < 2) return null
  const drawn = questions.filter(
    ({ code }) => moments.filter(({ values }) => asNumber(values[code]) !== null).length > 1,
  )
  const scales = ([4, 10] as const).map(max => ({
    max,
    questions: drawn.filter(({ kind, scale }) => kind === 'scale' && (scale?.max ?? 4) === max),
  }))
  return (
    <div className="mt-6 space-y-7">
      {scales.map(({ max, questions: asked }) =>
        asked.length > 0 ? <ScaleChart key={max} max={max} questions={asked} moments={moments} /> : null,
      )}
      {drawn
        .filter(({ kind }) => kind !== 'scale')
        .map(asked => (
          <NumberChart key={asked.code} asked={asked} moments={moments} />
        ))}
    </div>
  )
}

/** Every scale of the same length at the first and at the last moment. */
function ScaleChart({ max, questions, moments }: Props & { max: number }) {
  const { t } = useTranslation('followUps')
  const words = useAnswerWords()
  const [first, last] = [moments[0], moments.at(-1)]
  const ends = [first, last].filter(moment => moment !== undefined)
  const valueAt = (asked: Question, { values }: TrackedMoment) => ({
    value: asNumber(values[asked.code]),
    text: words.answer(asked, values[asked.code]),
  })
  return (
    <div>
      <p className="mb-2 font-semibold">{t('tracked.scales', { max })}</p>
      <BarChart
        title={t('tracked.scales', { max })}
        summary={questions
          .map(asked =>
            t('tracked.summary', {
              question: words.label(asked),
              answers: said(ends, end => valueAt(asked, end).text),
            }),
          )
          .join(' ; ')}
        series={ends.map(({ moment }, index) => ({
          key: moment,
          label: moment,
          tone: index === 0 ? 'soft' : 'strong',
        }))}
        rows={questions.map(asked => ({
          label: words.label(asked),
          values: Object.fromEntries(ends.map(end => [end.moment, valueAt(asked, end)])),
        }))}
        most={max}
        tableLabel={t('tracked.numbers')}
        rowsLabel={t('tracked.question')}
      />
    </div>
  )
}

/** A number from moment to moment. */
function NumberChart({ asked, moments }: { asked: Question; moments: readonly TrackedMoment[] }) {
  const { t } = useTranslation('followUps')
  const words = useAnswerWords()
  const known = moments.filter(({ values }) => asNumber(values[asked.code]) !== null)
  const text = ({ values }: TrackedMoment) => words.answer(asked, values[asked.code])
  return (
    <div>
      <p className="mb-2 font-semibold">{words.label(asked)}</p>
      <BarChart
        title={words.label(asked)}
        summary={t('tracked.summary', { question: words.label(asked), answers: said(known, text) })}
        series={[{ key: 'value', label: words.label(asked), tone: 'strong' }]}
        rows={known.map(moment => ({
          label: moment.moment,
          values: { value: { value: asNumber(moment.values[asked.code]), text: text(moment) } },
        }))}
        tableLabel={t('tracked.numbers')}
        rowsLabel={t('tracked.moment')}
      />
    </div>
  )
}

const said = (moments: readonly TrackedMoment[], text: (moment: TrackedMoment) => string) =>
  moments.map(moment => `${moment.moment} ${text(moment) || '–'}`).join(', ')
