import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { TextArea } from '#app/ui/field.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import { type Copy, outcomes, type ReviewOutcome } from '../expert-review.ts'
import { CopyFacts, CopyTexts } from './review-copy.tsx'

type Shared = {
  operator: string
  centre: string
  personName: string
  question: string
  dueOn: string
  copy: Copy | null
  answer: { outcome: ReviewOutcome; opinion: string | null; specialities: string | null } | null
}
type Props = { review: Shared; formKey: string }

/** What a resource centre reads behind its link, and what it answers. */
export function SharedReviewScreen({ review, formKey }: Props) {
  const { t } = useTranslation('expertReviews')
  const dayWords = useDayWords()
  const { operator, copy } = review
  return (
    <>
      <h1>{t('shared.title')}</h1>
      <p className="my-4 font-serif text-xl leading-relaxed">
        {t('shared.lede', { operator, until: dayWords(review.dueOn) })}
      </p>
      {review.answer ? (
        <Notice tone="done" title={t('shared.thanks')} role="status">
          <p>{t('shared.thanksHelp', { until: dayWords(review.dueOn) })}</p>
        </Notice>
      ) : null}
      <Section title={t('askedTitle')}>
        <p className="whitespace-pre-line">{review.question}</p>
      </Section>
      {copy ? <Opened copy={copy} /> : <OpenForm formKey={formKey} />}
      <Section title={t('shared.answer')}>
        <AnswerForm review={review} formKey={formKey} />
      </Section>
      <p className="my-6 text-[0.9375rem] text-ink-2">{t('shared.confidential', { operator })}</p>
    </>
  )
}

function Opened({ copy }: { copy: Copy }) {
  const { t } = useTranslation('expertReviews')
  return (
    <Section title={t('shared.copy')} note={t('shared.copyHelp')}>
      <CopyFacts copy={copy} />
      <CopyTexts copy={copy} />
    </Section>
  )
}

function OpenForm({ formKey }: { formKey: string }) {
  const { t } = useTranslation('expertReviews')
  const form = useForm('open-review')
  return (
    <Section title={t('shared.copy')} note={t('shared.openHelp')}>
      <CommandForm name="open-review" formKey={formKey} key={form.generation}>
        <FormTroubles form={form} fields={[]} />
        <Button variant="primary" className="w-full sm:w-auto">
          {t('shared.open')}
        </Button>
      </CommandForm>
    </Section>
  )
}

function AnswerForm({ review, formKey }: Props) {
  const { t } = useTranslation('expertReviews')
  const form = useForm('answer-review')
  const given = review.answer
  const words = t('outcomes', { returnObjects: true })
  const { defaultValue, ...outcome } = form.field('outcome', given?.outcome)
  return (
    <CommandForm name="answer-review" formKey={formKey} key={form.generation} className="space-y-5">
      <FormTroubles
        form={form}
        fields={[
          { name: 'outcome', label: t('shared.outcome'), words },
          { name: 'opinion', label: t('fields.opinion') },
          { name: 'specialities', label: t('fields.specialities') },
        ]}
      />
      <ChoiceGroup
        {...outcome}
        label={t('shared.outcome')}
        required
        defaultValue={defaultValue}
        options={outcomes.map(value => ({ value, label: words[value] }))}
      />
      <TextArea
        {...form.field('opinion', given?.opinion)}
        label={t('fields.opinion')}
        hint={t('shared.opinionHint')}
        rows={8}
        required
      />
      <TextArea
        {...form.field('specialities', given?.specialities)}
        label={t('fields.specialities')}
        hint={t('shared.specialitiesHint')}
        rows={3}
      />
      <Button className="w-full sm:w-auto">{t(given ? 'shared.again' : 'shared.give')}</Button>
    </CommandForm>
  )
}
