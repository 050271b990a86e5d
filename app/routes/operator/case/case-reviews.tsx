import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { prepareReview } from '#app/features/expert-reviews/prepare-review.command.server.ts'
import { reviewsPage } from '#app/features/expert-reviews/reviews-page.query.server.ts'
import { PrepareForm, ReviewsList } from '#app/features/expert-reviews/ui/reviews-list.tsx'
import { act, on, page } from '#app/http/guard.server.ts'
import { titled } from '#app/http/page-title.ts'
import { Section } from '#app/ui/section.tsx'

export const loader = page(reviewsPage, {
  words: ['expertReviews', 'cases'],
  input: ({ params }) => ({ number: params.number }),
  title: (t, { number }) => `${number} · ${t('expertReviews:title')}`,
})
export const meta = titled
export const action = act({
  prepare: on(prepareReview, {
    done: ({ number, reviewId }, { params }) => ({
      to: `/o/${params.operator}/accompagnements/${number}/secondes-lectures/${reviewId}`,
      toast: { key: 'saved' },
    }),
  }),
})

export default function CaseReviews() {
  const { t } = useTranslation('expertReviews')
  const { page, formKey } = useLoaderData<typeof loader>()
  return (
    <>
      <Section title={t('title')} note={t('help')}>
        <ReviewsList reviews={page.reviews} base={page.base} />
      </Section>
      <Section title={t('askTitle')} note={t('askHelp')}>
        <PrepareForm formKey={formKey} usualDue={page.usualDue} />
      </Section>
    </>
  )
}
