import { useTranslation } from 'react-i18next'
import { useDayWords } from '#app/features/accompaniments/ui/case-words.ts'
import { CommandForm, useForm } from '#app/http/form.tsx'
import { FormTroubles } from '#app/http/form-troubles.tsx'
import { Button } from '#app/ui/button.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { Notice } from '#app/ui/notice.tsx'
import { Section } from '#app/ui/section.tsx'
import type { Copy, ReviewOutcome, ReviewState } from '../expert-review.ts'
import { CopyFacts, CopyTexts } from './review-copy.tsx'

type Shown = {
  centre: string
  personName: string
  question: string
  dueOn: string
  copy: Copy
  outcome: ReviewOutcome | null
  opinion: string | null
  specialities: string | null
  answeredOn: string | null
}

/** What came back from the centre, in words that may be cited, then what it was given to read. */
export function ReviewSent({ review, state }: { review: Shown; state: ReviewState }) {
  const { t } = useTranslation('expertReviews')
  return (
    <>
      <Answer review={review} state={state} />
      <Section title={t('askedTitle')}>
        <p className="max-w-2xl whitespace-pre-line">{review.question}</p>
      </Section>
      <Section title={t('sharedTitle')} note={t('sharedHelp')}>
        <CopyFacts copy={review.copy} />
        <CopyTexts copy={review.copy} />
      </Section>
    </>
  )
}

function Answer({ review, state }: { review: Shown; state: ReviewState }) {
  const { t } = useTranslation('expertReviews')
  const dayWords = useDayWords()
  const { opinion, outcome, answeredOn, specialities, personName, centre } = review
  if (!opinion || !outcome)
    return (
      <Notice title={t(`stateTitle.${state}`)}>
        <p>{t('until', { on: dayWords(review.dueOn) })}</p>
      </Notice>
    )
  const source = t('source', { person: personName, centre, on: dayWords(answeredOn) })
  return (
    <Section title={t(outcome === 'opinion' ? 'opinionTitle' : 'unableTitle')} id="avis">
      <figure className="border-l-3 border-sea-line pl-4">
        <blockquote className="max-w-2xl font-serif text-xl leading-relaxed whitespace-pre-line">{opinion}</blockquote>
        <figcaption className="mt-2 text-ink-2">{source}</figcaption>
      </figure>
      {specialities ? (
        <div className="mt-4">
          <DescriptionList items={[{ term: t('fields.specialities'), detail: specialities }]} />
        </div>
      ) : null}
    </Section>
  )
}

/** Ends a request at once. */
export function RevokeForm({ formKey, isSent }: { formKey: string; isSent: boolean }) {
  const { t } = useTranslation('expertReviews')
  const form = useForm('revoke')
  return (
    <Section title={t('revokeTitle')} {...(isSent && { note: t('revokeHelp') })}>
      <CommandForm name="revoke" formKey={formKey} key={form.generation}>
        <FormTroubles form={form} fields={[]} />
        <Button>{t(isSent ? 'revoke' : 'discard')}</Button>
      </CommandForm>
    </Section>
  )
}
