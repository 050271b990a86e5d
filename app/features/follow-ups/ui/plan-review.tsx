import { useTranslation } from 'react-i18next'
import type { FormState } from '#app/http/form.tsx'
import { ChoiceGroup } from '#app/ui/choice-field.tsx'
import { DescriptionList } from '#app/ui/description-list.tsx'
import { TextField } from '#app/ui/field.tsx'
import { type ActionReview, type ReviewedAction, reviewStatuses, unsaid } from '../action-reviews.ts'

/** Where each action of the plan stands, as the organisation sees it, and a word about it. */
export function PlanReviewFields({
  actions,
  form,
}: {
  actions: readonly ReviewedAction[]
  form: Pick<FormState, 'field'>
}) {
  const { t } = useTranslation('followUps')
  const statuses = t('review.statuses', { returnObjects: true })
  const options = [
    ...reviewStatuses.map(value => ({ value, label: statuses[value] })),
    { value: unsaid, label: t('unknownLabel') },
  ]
  const known = ({ known: status, saidAt }: ReviewedAction) =>
    saidAt
      ? t('review.saidAt', { wave: saidAt, status: statuses[status] })
      : t('review.known', { status: statuses[status] })
  return (
    <section aria-labelledby="plan-review" className="grid gap-7">
      <div>
        <h2 id="plan-review">{t('review.title')}</h2>
        <p className="mt-1 text-ink-2">{t('review.help')}</p>
      </div>
      {actions.map(action => (
        <div key={action.id} className="grid gap-3 border-line border-t pt-5">
          <ChoiceGroup
            {...form.field(`actions.${action.id}`)}
            label={action.title}
            hint={known(action)}
            options={options}
            layout="row"
          />
          <TextField
            {...form.field(`actionWords.${action.id}`)}
            label={
              <>
                {t('review.word')}
                <span className="sr-only"> : {action.title}</span>
              </>
            }
            maxLength={500}
          />
        </div>
      ))}
    </section>
  )
}

/** What was said of the plan at one wave. */
export function Reviewed({ reviews }: { reviews: readonly ActionReview[] }) {
  const { t } = useTranslation('followUps')
  const statuses = t('review.statuses', { returnObjects: true })
  return (
    <div className="mt-5">
      <h4>{t('review.said')}</h4>
      <DescriptionList
        items={reviews.map(({ title, status, word }) => ({
          term: title,
          detail: [status && statuses[status], word && t('review.quoted', { word })].filter(Boolean).join(' : '),
        }))}
      />
    </div>
  )
}
