import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { type ReferralByLink, referralAnswers } from '../referral.ts'

type Props = { referral: ReferralByLink; formKey: string }

/** What a partner reads behind its link, and what it answers: nothing else of the case is here. */
export function ReferralByLinkScreen({ referral, formKey }: Props) {
  const { t } = useTranslation('referrals')
  const dayWords = useDayWords()
  const { operator, sentTo, brief, reason, sentOn, expectedOn, answer } = referral
  const { organisation, practitioner } = brief
  const facts = [
    { term: t('link.organisation'), detail: organisation },
    { term: t('link.reason'), detail: reason && <span className="whitespace-pre-line">{reason}</span> },
    {
      term: t('link.practitioner'),
      detail: practitioner ? t('link.practitionerAt', { name: practitioner, operator }) : operator,
    },
    { term: t('link.sentOn'), detail: sentOn && dayWords(sentOn) },
    { term: t('link.expectedOn'), detail: answer ? null : expectedOn && dayWords(expectedOn) },
  ]
  return (
    <>
      <h1>{t('link.title', { operator, organisation })}</h1>
      {answer ? (
        <Answered referral={referral} />
      ) : (
        <p className="my-4 font-serif text-xl leading-relaxed">{t('link.lede', { partner: sentTo })}</p>
      )}
      <DescriptionList items={facts.filter(({ detail }) => detail)} />
      {answer ? null : <AnswerForm formKey={formKey} />}
      <p className="my-6 text-[0.9375rem] text-ink-2">{t('link.privacy', { operator })}</p>
    </>
  )
}

function Answered({ referral: { operator, answer, answeredOn, word, isSaid } }: Pick<Props, 'referral'>) {
  const { t } = useTranslation('referrals')
  const dayWords = useDayWords()
  if (!answer) return null
  return (
    <div className="my-6">
      <Notice tone="done" title={t('link.thanks')} role="status">
        <p>{t(`link.${isSaid ? 'said' : 'noted'}.${answer}`, { operator, on: dayWords(answeredOn) })}</p>
        {isSaid && word ? <p className="whitespace-pre-line">{t('link.yourWord', { word })}</p> : null}
      </Notice>
    </div>
  )
}

function AnswerForm({ formKey }: { formKey: string }) {
  const { t } = useTranslation('referrals')
  const form = useForm('referral')
  const words = t('link.answers', { returnObjects: true })
  return (
    <CommandForm name="referral" formKey={formKey} key={form.generation} className="mt-6 space-y-5">
      <FormTroubles
        form={form}
        fields={[
          { name: 'answer', label: t('link.question'), words },
          { name: 'word', label: t('link.word') },
        ]}
      />
      <ChoiceGroup
        {...form.field('answer')}
        label={t('link.question')}
        required
        options={referralAnswers.map(value => ({ value, label: words[value] }))}
      />
      <TextArea {...form.field('word')} label={t('link.word')} hint={t('link.wordHint')} rows={4} />
      <Button variant="primary" className="w-full sm:w-auto">
        {t('link.submit')}
      </Button>
      <p className="text-[0.9375rem] text-ink-2">{t('link.once')}</p>
    </CommandForm>
  )
}
