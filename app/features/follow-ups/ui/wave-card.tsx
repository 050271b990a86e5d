import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { CommandForm } from '#app/http/form.tsx'
import { formatDay, formatNumber, type Locale } from '#app/i18n/formats.ts'
import { day } from '#app/kernel/day.ts'
import { Button } from '#app/ui/button.tsx'
import { Card } from '#app/ui/card.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { StatusTag, type Tone } from '#app/ui/status-tag.tsx'
import { type QuestionCode, questionnaires, type Recalled } from '../questionnaire.ts'
import type { WaveView } from '../wave-view.ts'
import { ByPhone, type ByPhoneProps } from './by-phone.tsx'
import { NewNeed, type NewNeedProps } from './new-need.tsx'
import { Reviewed } from './plan-review.tsx'
import { Respondents, type RespondentsProps } from './respondents.tsx'

type Props = {
  wave: WaveView
  t0: Recalled | null
  callable: ByPhoneProps['callable']
  /** The call whose form is shown here, if it is. */
  call: ByPhoneProps['call'] | null
  number: string
  today: string
  formKey: string
  locale: Locale
  continuation: NewNeedProps['continuation']
  respondents: RespondentsProps['respondents'] | null
  people: RespondentsProps['people']
}

const tones: Record<WaveView['state'], Tone> = {
  planned: 'after',
  sent: 'now',
  reminded: 'now',
  answered: 'done',
  unreachable: 'neutral',
  refused: 'neutral',
  cancelled: 'neutral',
}

/** One wave: when, where it stands, what was answered, and what the practitioner can do about it. */
export function WaveCard(props: Props) {
  const { wave, t0, callable, call, number, today, formKey, locale, continuation, respondents, people } = props
  const { t } = useTranslation('followUps')
  const plannedOn = day(wave.plannedOn)
  const answeredOn = day(wave.answeredOn)
  const channel = wave.channel ? { link: t('byLink'), phone: t('byPhone'), import: t('byImport') }[wave.channel] : null
  return (
    <Card>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h3>{t(`waves.${wave.wave}`)}</h3>
        <StatusTag tone={wave.isLate ? 'late' : tones[wave.state]}>
          {wave.isLate ? t('states.late') : t(`states.${wave.state}`)}
        </StatusTag>
      </div>
      <p className="mt-1 text-ink-2">
        {plannedOn ? t('planned', { day: formatDay(plannedOn, locale, 'long') }) : null}
        {answeredOn ? ` · ${t('answeredOn', { day: formatDay(answeredOn, locale, 'long') })}` : null}
        {channel ? `, ${channel}` : null}
        {wave.respondent ? ` (${wave.respondent})` : null}
      </p>
      {wave.state === 'answered' ? <Answers wave={wave} locale={locale} /> : null}
      {wave.reviews.length > 0 ? <Reviewed reviews={wave.reviews} /> : null}
      {wave.answers.newNeeds || wave.answers.newCase === 'yes' ? (
        <NewNeed number={number} wave={wave.wave} continuation={continuation} />
      ) : null}
      {respondents || (hasLeft(wave, today) && people.length > 0) ? (
        <Respondents
          wave={wave}
          callable={callable}
          respondents={respondents ?? { people: [], sideBySide: null }}
          people={hasLeft(wave, today) ? people : []}
          number={number}
          formKey={formKey}
        />
      ) : null}
      {wave.isOpen ? <Settle wave={wave} number={number} formKey={formKey} /> : null}
      {call ? (
        <ByPhone {...{ wave, t0, callable, call, number, today, formKey, locale }} />
      ) : wave.state === 'answered' && callable.length > 0 ? (
        <p className="mt-2">
          <Link to={`?appel=${wave.id}#appel`} className="inline-block py-2">
            {t('recordByPhone')}
            <span className="sr-only">, {wave.wave}</span>
          </Link>
        </p>
      ) : null}
    </Card>
  )
}

/** Somebody else is asked from the day on which the wave leaves. */
const hasLeft = ({ state, plannedOn }: WaveView, today: string) =>
  state !== 'cancelled' && (state !== 'planned' || plannedOn === null || plannedOn <= today)

/** Their answers are codes, that have words. */
const choices: readonly QuestionCode[] = ['jobLink', 'economicSituation', 'standing', 'statusChange', 'newCase']

function Answers({ wave, locale }: { wave: WaveView; locale: Locale }) {
  const { t } = useTranslation('followUps')
  const shown = (code: QuestionCode) => {
    const value = wave.answers[code]
    if (value === null) return null
    if (typeof value === 'number') return formatNumber(value, locale)
    const words = (one: string) => t(`options.${one as 'none'}`)
    if (typeof value !== 'string') return value.map(words).join(', ')
    return choices.includes(code) ? words(value) : value
  }
  const items = questionnaires[wave.wave].flatMap(({ code }) => {
    const value = shown(code)
    return value === null ? [] : [{ term: t(`short.${code}`), detail: value }]
  })
  return (
    <div className="mt-4">
      <DescriptionList items={items} />
    </div>
  )
}

function Settle({ wave, number, formKey }: { wave: WaveView; number: string; formKey: string }) {
  const { t } = useTranslation('followUps')
  const isSettled = wave.state === 'unreachable' || wave.state === 'refused'
  const states = isSettled ? (['planned'] as const) : (['unreachable', 'refused'] as const)
  const labels = { planned: t('reopen'), unreachable: t('markUnreachable'), refused: t('markRefused') }
  return (
    <div className="mt-4 flex flex-wrap gap-2">
      {states.map(state => (
        <CommandForm
          key={state}
          name="settle"
          formKey={`${formKey}.${wave.id}.${state}`}
          aria-label={`${labels[state]}, ${wave.wave}`}
        >
          <input type="hidden" name="followUpId" value={wave.id} />
          <input type="hidden" name="number" value={number} />
          <input type="hidden" name="state" value={state} />
          <Button variant="quiet">{labels[state]}</Button>
        </CommandForm>
      ))}
    </div>
  )
}
