import type { TenantTx } from '#db/tenant.ts'
import { type Review, reviewById } from './expert-reviews.store.server.ts'

type Reading = { tx: TenantTx; operator: { id: string; name: string }; today: string }

/** The request of a link, from its sending to its last day, while nobody took it back. */
export async function liveReview(
  { tx, operator, today }: Reading,
  { subjectId }: { subjectId: string },
  { lock = false } = {},
): Promise<Review | null> {
  const review = await reviewById(tx, operator.id, subjectId, { lock })
  return review?.sentAt && !review.revokedAt && review.dueOn >= today ? review : null
}

/** What the centre reads: before it says that it opens the copy, the question alone. */
export async function reviewByLink(ctx: Reading, link: { subjectId: string }) {
  const review = await liveReview(ctx, link)
  if (!review) return null
  const { question, dueOn, centre, personName, openedAt, answeredAt, outcome, opinion, specialities } = review
  return {
    operator: ctx.operator.name,
    centre,
    personName,
    question,
    dueOn,
    copy: openedAt ? review.copy : null,
    answer: answeredAt && outcome ? { outcome, opinion, specialities } : null,
  }
}
