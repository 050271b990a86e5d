import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { finishCopy } from '#app/features/expert-reviews/finish-copy.command.server.ts'
import { reviewPage } from '#app/features/expert-reviews/review-page.query.server.ts'
import { revokeReview } from '#app/features/expert-reviews/revoke-review.command.server.ts'
import { ReviewDraft } from '#app/features/expert-reviews/ui/review-draft.tsx'
import { ReviewSent, RevokeForm } from '#app/features/expert-reviews/ui/review-sent.tsx'
import { ReviewTag } from '#app/features/expert-reviews/ui/reviews-list.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'

export const loader = page(reviewPage, {
  words: ['expertReviews', 'choices', 'cases'],
  title: (t, { number, review }) => `${number} · ${t('expertReviews:titleOf', { centre: review.centre })}`,
})
export const meta = titled

const there = (
  { number, reviewId }: { number: string; reviewId: string },
  { params }: { params: { operator?: string } },
) => `/o/${params.operator}/accompagnements/${number}/secondes-lectures/${reviewId}`
export const action = act({
  finish: on(finishCopy, {
    done: (value, args) => ({
      to: there(value, args),
      toast: { key: value.intent === 'send' ? 'reviewSent' : 'saved' },
    }),
  }),
  revoke: on(revokeReview, { done: (value, args) => ({ to: there(value, args), toast: { key: 'saved' } }) }),
})

export default function CaseReview() {
  const { t } = useTranslation('expertReviews')
  const { page, formKey } = useLoaderData<typeof loader>()
  const { review, state, base } = page
  return (
    <>
      <div className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2>{t('titleOf', { centre: review.centre })}</h2>
        <ReviewTag state={state} />
      </div>
      {state === 'draft' ? (
        <ReviewDraft review={review} formKey={formKey} />
      ) : (
        <ReviewSent review={review} state={state} />
      )}
      {['draft', 'waiting', 'read'].includes(state) ? (
        <RevokeForm formKey={formKey} isSent={state !== 'draft'} />
      ) : null}
      <Link to={base} className="mt-4 inline-flex min-h-11 items-center">
        {t('backToList')}
      </Link>
    </>
  )
}
