import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { Hidden } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import { StatusTag } from '#app/ui/status-tag.tsx'
import type { MissionReference } from '../reference.ts'

type SectionProps = { references: readonly MissionReference[]; isFinished: boolean; formKey: string }

/** Whether the provider may cite the mission: one organisation after the other, each decides for itself. */
export function ReferencesSection({ references, isFinished, formKey }: SectionProps) {
  const { t } = useTranslation('references')
  if (references.length === 0) return null
  return (
    <Section title={t('title')} id="reference" note={t('help')}>
      {isFinished ? null : <p className="mb-3 text-ink-2">{t('later')}</p>}
      <ul className="divide-y divide-line">
        {references.map(one => (
          <li key={one.accompanimentId} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-2">
            <State {...one} />
            <Act one={one} isFinished={isFinished} formKey={`${formKey}.${one.accompanimentId}`} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

const tones = { named: 'done', anonymous: 'done', none: 'neutral', waiting: 'now', unasked: 'neutral' } as const

function State({ name, reference }: MissionReference) {
  const { t } = useTranslation('references')
  const dayWords = useDayWords()
  const state = reference ? (reference.citation ?? 'waiting') : 'unasked'
  const said = reference?.withdrawnOn
    ? t('withdrawnOn', { on: dayWords(reference.withdrawnOn) })
    : reference?.answeredOn
      ? t('answeredOn', { on: dayWords(reference.answeredOn) })
      : reference && t('askedOn', { name: reference.askedOf, on: dayWords(reference.askedOn) })
  return (
    <div>
      <p className="flex flex-wrap items-center gap-2">
        <span className="font-semibold">{name}</span>
        <StatusTag tone={tones[state]}>{t(`states.${state}`)}</StatusTag>
      </p>
      {said ? <p className="text-sm text-ink-2">{said}</p> : null}
    </div>
  )
}

type ActProps = { one: MissionReference; isFinished: boolean; formKey: string }

function Act({ one: { accompanimentId, name, reference }, isFinished, formKey }: ActProps) {
  const { t } = useTranslation('references')
  const [asking, leaving] = [`reference.${accompanimentId}`, `withdraw.${accompanimentId}`]
  const [ask, withdraw] = [useForm(asking), useForm(leaving)]
  if (reference && (reference.citation === 'named' || reference.citation === 'anonymous'))
    return (
      <CommandForm name={leaving} formKey={formKey} key={withdraw.generation}>
        <FormTroubles form={withdraw} fields={[]} />
        <Hidden name="referenceId" value={reference.id} />
        <Button variant="quiet" aria-label={t('withdrawNamed', { name })}>
          {t('withdraw')}
        </Button>
      </CommandForm>
    )
  if (!isFinished || reference?.citation === 'none') return null
  return (
    <CommandForm name={asking} formKey={formKey} key={ask.generation}>
      <FormTroubles form={ask} fields={[]} />
      <Hidden name="accompanimentId" value={accompanimentId} />
      <Button aria-label={t(reference ? 'askAgainNamed' : 'askNamed', { name })}>
        {t(reference ? 'askAgain' : 'ask')}
      </Button>
    </CommandForm>
  )
}
