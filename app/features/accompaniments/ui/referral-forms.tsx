import { useTranslation } from 'react-i18next'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { CheckboxField, ChoiceGroup } from '#app/ui/choice-field.tsx'
import { Disclosure } from '#app/ui/disclosure.tsx'
import { DateField, Hidden, TextArea, TextField } from '#app/ui/field.tsx'
import { Section } from '#app/ui/section.tsx'
import { useDayWords } from './case-words.ts'

export type ReferralShown = {
  id: string
  version: number
  sentTo: string
  sentOn: string | null
  reason: string | null
  answer: 'accepted' | 'refused' | null
  answeredOn: string | null
}
export type ReferralsProps = {
  referrals: readonly ReferralShown[]
  formKey: string
  today: string
  /** The case may still end by a referral. */
  canEnd: boolean
}

/** To whom the organisation was sent, and what they answered. */
export function Referrals({ referrals, formKey, today, canEnd }: ReferralsProps) {
  const { t } = useTranslation(['cases', 'choices'])
  const dayWords = useDayWords()
  const form = useForm('refer')
  return (
    <Section title={t('cases:intake.referrals')}>
      {referrals.length === 0 ? <p className="text-ink-2">{t('cases:intake.noReferral')}</p> : null}
      <ul className="divide-y divide-line">
        {referrals.map(referral => (
          <li key={referral.id} className="space-y-2 py-3">
            <p>
              <strong>{referral.sentTo}</strong>
              <span className="text-ink-2"> · {dayWords(referral.sentOn)}</span>
            </p>
            {referral.reason ? <p>{referral.reason}</p> : null}
            <p className="text-ink-2">
              {referral.answer
                ? `${t(`choices:answer.${referral.answer}`)}, ${dayWords(referral.answeredOn)}`
                : t('cases:intake.awaiting')}
            </p>
            {referral.answer ? null : <AnswerForm referral={referral} formKey={formKey} today={today} />}
          </li>
        ))}
      </ul>
      <Disclosure label={t('cases:intake.refer')} open={form.reply !== null}>
        <ReferForm formKey={formKey} today={today} canEnd={canEnd} />
      </Disclosure>
    </Section>
  )
}

function AnswerForm({ referral, formKey, today }: { referral: ReferralShown; formKey: string; today: string }) {
  const { t } = useTranslation(['cases', 'fields', 'choices'])
  const name = 'answer-referral'
  const all = useForm(name)
  // Several referrals may wait: what was refused belongs to one of them.
  const isMine = all.reply?.values.referralId === referral.id
  const ids = { answer: `f-${referral.id}-answer`, on: `f-${referral.id}-on` }
  const { accepted, refused } = t('choices:answer', { returnObjects: true })
  return (
    <CommandForm name={name} formKey={formKey} className="flex flex-wrap items-end gap-4">
      {isMine ? (
        <FormTroubles
          form={all}
          fields={[
            { name: 'answer', label: t('fields:answer'), id: ids.answer, words: { accepted, refused } },
            { name: 'answeredOn', label: t('fields:answeredOn'), id: ids.on },
          ]}
        />
      ) : null}
      <Hidden name="referralId" value={referral.id} />
      <Hidden name="version" value={all.version(referral.version)} />
      <ChoiceGroup
        name="answer"
        id={ids.answer}
        label={t('fields:answer')}
        layout="segments"
        options={[
          { value: 'accepted', label: accepted },
          { value: 'refused', label: refused },
        ]}
      />
      <DateField name="answeredOn" id={ids.on} label={t('fields:answeredOn')} defaultValue={today} max={today} />
      <Button>{t('cases:intake.answerSubmit')}</Button>
    </CommandForm>
  )
}

function ReferForm({ formKey, today, canEnd }: { formKey: string; today: string; canEnd: boolean }) {
  const { t } = useTranslation(['cases', 'fields'])
  const form = useForm('refer')
  const ids = { reason: 'f-refer-reason' }
  return (
    <CommandForm name="refer" formKey={formKey} key={form.generation} className="mt-2 max-w-2xl space-y-5">
      <FormTroubles
        form={form}
        fields={[
          { name: 'sentTo', label: t('fields:sentTo') },
          { name: 'reason', label: t('fields:reason'), id: ids.reason },
          { name: 'sentOn', label: t('fields:sentOn') },
        ]}
      />
      <TextField {...form.field('sentTo')} label={t('fields:sentTo')} required />
      <TextArea {...form.field('reason')} id={ids.reason} label={t('fields:reason')} rows={2} required />
      <DateField {...form.field('sentOn', today)} label={t('fields:sentOn')} max={today} />
      {canEnd ? <CheckboxField name="ends" label={t('cases:intake.referEnds')} /> : null}
      <Button>{t('cases:intake.referSubmit')}</Button>
    </CommandForm>
  )
}
