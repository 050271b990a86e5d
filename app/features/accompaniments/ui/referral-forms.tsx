import { useTranslation } from 'react-i18next'
import { PartnerOfReferral } from '#app/features/referrals/ui/partner-of-referral.tsx'
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
  expectedOn: string | null
  outcome: string | null
  word: string | null
  /** By the partner itself, by its link. */
  isSaid: boolean
  /** Who noted the answer for it. */
  noter: string | null
  partnerName: string | null
  partnerEmail: string | null
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
  const { t } = useTranslation(['cases', 'referrals'])
  const answerWords = useAnswerWords()
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
                ? answerWords(referral)
                : [
                    t('cases:intake.awaiting'),
                    referral.expectedOn && t('cases:intake.answerExpected', { day: dayWords(referral.expectedOn) }),
                  ]
                    .filter(Boolean)
                    .join(', ')}
            </p>
            {referral.word ? (
              <p className="whitespace-pre-line">{t('referrals:word', { word: referral.word })}</p>
            ) : null}
            <PartnerOfReferral referral={referral} formKey={`${formKey}.${referral.id}`} />
            {referral.outcome ? (
              <p className="whitespace-pre-line">{referral.outcome}</p>
            ) : (
              <AnswerForm referral={referral} formKey={`${formKey}.${referral.id}`} today={today} />
            )}
          </li>
        ))}
      </ul>
      <Disclosure label={t('cases:intake.refer')} open={form.reply !== null}>
        <ReferForm formKey={formKey} today={today} canEnd={canEnd} />
      </Disclosure>
    </Section>
  )
}

/** What was answered, and by whom: the partner itself, or a member in its place. */
function useAnswerWords() {
  const { t } = useTranslation(['choices', 'referrals'])
  const dayWords = useDayWords()
  return ({ answer, answeredOn, isSaid, noter }: ReferralShown) => {
    if (!answer) return ''
    const facts = { answer: t(`choices:answer.${answer}`), on: dayWords(answeredOn), name: noter ?? '' }
    if (isSaid) return t('referrals:said', facts)
    return noter ? t('referrals:noted', facts) : `${facts.answer}, ${facts.on}`
  }
}

/** First the answer; once it is known, what the referral gave. */
function AnswerForm({ referral, formKey, today }: { referral: ReferralShown; formKey: string; today: string }) {
  const { t } = useTranslation(['cases', 'fields', 'choices', 'referrals'])
  const all = useForm('answer-referral')
  // Several referrals may wait: what was refused belongs to one of them.
  const isMine = all.reply?.values.referralId === referral.id
  const idOf = (name: string) => `f-${referral.id}-${name}`
  const field = (name: 'answer' | 'answeredOn' | 'word' | 'outcome', stored: string | null) => {
    const { errors, defaultValue } = all.field(name, stored)
    return {
      name,
      id: idOf(name),
      defaultValue: isMine ? defaultValue : (stored ?? ''),
      ...(isMine && errors && { errors }),
    }
  }
  const { accepted, refused } = t('choices:answer', { returnObjects: true })
  const labels = {
    answer: t('fields:answer'),
    answeredOn: t('fields:answeredOn'),
    word: t('fields:word'),
    outcome: t('fields:referralOutcome'),
  }
  const isAnswered = referral.answer !== null
  return (
    <CommandForm name="answer-referral" formKey={formKey} className="max-w-2xl space-y-4">
      {isMine ? (
        <FormTroubles
          form={all}
          fields={[
            { name: 'answer', label: labels.answer, id: idOf('answer'), words: { accepted, refused } },
            { name: 'answeredOn', label: labels.answeredOn, id: idOf('answeredOn') },
            { name: 'word', label: labels.word, id: idOf('word') },
            { name: 'outcome', label: labels.outcome, id: idOf('outcome') },
          ]}
        />
      ) : null}
      <Hidden name="referralId" value={referral.id} />
      <Hidden name="version" value={isMine ? all.version(referral.version) : referral.version} />
      {isAnswered ? (
        <>
          <Hidden name="answer" value={referral.answer ?? ''} />
          <Hidden name="answeredOn" value={referral.answeredOn ?? ''} />
        </>
      ) : (
        <>
          <div className="flex flex-wrap items-end gap-4">
            <ChoiceGroup
              {...field('answer', null)}
              label={labels.answer}
              layout="segments"
              options={[
                { value: 'accepted', label: accepted },
                { value: 'refused', label: refused },
              ]}
            />
            <DateField {...field('answeredOn', today)} label={labels.answeredOn} max={today} />
          </div>
          <TextArea {...field('word', null)} label={labels.word} hint={t('referrals:wordHint')} rows={2} />
        </>
      )}
      <TextArea {...field('outcome', null)} label={labels.outcome} rows={2} />
      <Button>{t(isAnswered ? 'cases:intake.outcomeSubmit' : 'cases:intake.answerSubmit')}</Button>
    </CommandForm>
  )
}

function ReferForm({ formKey, today, canEnd }: { formKey: string; today: string; canEnd: boolean }) {
  const { t } = useTranslation(['cases', 'fields', 'referrals'])
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
          { name: 'expectedOn', label: t('fields:expectedOn') },
          { name: 'partnerName', label: t('fields:partnerName') },
          { name: 'partnerEmail', label: t('fields:partnerEmail') },
        ]}
      />
      <TextField {...form.field('sentTo')} label={t('fields:sentTo')} required />
      <TextArea {...form.field('reason')} id={ids.reason} label={t('fields:reason')} rows={2} required />
      <DateField {...form.field('sentOn', today)} label={t('fields:sentOn')} max={today} />
      <DateField {...form.field('expectedOn')} label={t('fields:expectedOn')} />
      <TextField {...form.field('partnerName')} label={t('fields:partnerName')} autoComplete="off" />
      <TextField
        {...form.field('partnerEmail')}
        label={t('fields:partnerEmail')}
        hint={t('referrals:partnerHint')}
        type="email"
        autoComplete="off"
      />
      {canEnd ? <CheckboxField name="ends" label={t('cases:intake.referEnds')} /> : null}
      <Button>{t('cases:intake.referSubmit')}</Button>
    </CommandForm>
  )
}
