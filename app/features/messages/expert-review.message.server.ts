import { type Review, reviewById } from '#app/features/expert-reviews/expert-reviews.store.server.ts'
import { formatDay } from '#app/i18n/formats.ts'
import { wordsIn } from '#app/i18n/translate.server.ts'
import { day, daysBetween } from '#app/kernel/day.ts'
import { id, object } from '#app/kernel/input.ts'
import type { Letter } from './letter.ts'
import { personalLink } from './personal-link.message.server.ts'
import { defineWriter, type Writing } from './writing.message.server.ts'

const payload = object({ reviewId: id() })

async function stopped({ tx, operator, today }: Writing, { reviewId }: { reviewId: string }): Promise<string | null> {
  const review = await reviewById(tx, operator.id, reviewId, { lock: true })
  if (!review || review.revokedAt) return 'gone'
  if (review.answeredAt) return 'answered'
  return review.dueOn < today ? 'closed' : null
}

/** A letter to a resource centre: it names neither the organisation nor the case, and its link ends with the request. */
async function letterAbout(
  writing: Writing,
  review: Review,
  words: 'expertReviewRequest' | 'expertReviewReminder',
): Promise<Letter | null> {
  const { operator, locale, today } = writing
  const due = day(review.dueOn)
  if (!due) return null
  const t = wordsIn(locale).getFixedT(locale, 'mails')
  const facts = { operator: operator.name, due: formatDay(due, locale) }
  const { address, until } = await personalLink(writing, {
    purpose: 'expert_review',
    subjectId: review.id,
    accompanimentId: null,
    personId: null,
    validDays: Math.max(0, daysBetween(today, due)),
  })
  return {
    subject: t(`${words}.subject`, facts),
    preview: t(`${words}.preview`, facts),
    greeting: t('greeting', { name: review.personName }),
    paragraphs: [t(`${words}.body`, facts)],
    action: { label: t('expertReviewRequest.action'), address },
    after: [t('expertReviewRequest.after', { until })],
    closing: t('closing'),
    signature: operator.name,
    why: t('expertReviewRequest.why', facts),
  }
}

export const expertReviewRequest = defineWriter({
  payload,
  stopped,
  write: async (writing, { reviewId }) => {
    const review = await reviewById(writing.tx, writing.operator.id, reviewId)
    return review && letterAbout(writing, review, 'expertReviewRequest')
  },
})

/** Once, a few days before the last one. */
export const expertReviewReminder = defineWriter({
  payload,
  stopped,
  write: async (writing, { reviewId }) => {
    const review = await reviewById(writing.tx, writing.operator.id, reviewId)
    return review && letterAbout(writing, review, 'expertReviewReminder')
  },
})
